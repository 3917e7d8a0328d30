import { createPictures } from '../support/pictures.ts'
import { signInDesk } from '../support/cloud-desk.ts'
import { signInsAt } from '../support/cloud-sign-ins.ts'
import { linkIn } from '../support/smtp-sink.ts'
import { createLooks } from './looks.ts'
import { expect, test } from './story.ts'

test('a forgotten password is chosen anew by mail, and changed again at the desk', async ({
  cloud,
  open,
  sink,
  visit,
}) => {
  const { url, email } = cloud.credentials
  const desk = await open()
  const { front, page } = desk
  const { look, resize } = await createLooks(desk)
  await resize(1280, 800)
  await front.field('Cloud address').fill(url)
  await front.field('Email').fill(email)
  await look('sign-in')
  await front.button('Forgot password?').click()
  await front.button('Send the mail').click()
  await expect(page.getByText(`If somebody signs in there with ${email}`)).toBeVisible()
  await look('password-forgotten')

  const link = linkIn(await sink.mailTo(email), 'password')
  const visitor = await visit(link)
  await expect(visitor.getByRole('heading', { name: 'Choose a password' })).toBeVisible()
  await visitor.getByLabel('Password', { exact: true }).fill('short')
  await visitor.getByLabel('Repeat password').fill('short')
  await visitor.getByRole('button', { name: 'Save password' }).click()
  await expect(visitor.getByRole('alert')).toContainText('Use at least 10 characters.')
  const pictures = await createPictures(visitor)
  expect(await pictures.take('password-page')).toEqual([])
  await visitor.getByLabel('Password', { exact: true }).fill('chosen by mail')
  await visitor.getByLabel('Repeat password').fill('chosen by mail')
  await visitor.getByRole('button', { name: 'Save password' }).click()
  await expect(visitor.getByRole('heading', { name: 'Your password is changed' })).toBeVisible()

  await front.button('Back').click()
  await front.signIn({ url, email, password: 'chosen by mail' })
  const elsewhere = await signInDesk(url, { email, password: 'chosen by mail' })
  await page.getByRole('button', { name: /^Account of / }).click()
  await look('account-menu')
  await front.button('Change password').click()
  const dialog = page.getByRole('dialog', { name: 'Change password' })
  const save = dialog.getByRole('button', { name: 'Change password' })
  await dialog.getByLabel('Present password').fill('not this one')
  await dialog.getByLabel('New password', { exact: true }).fill('chosen at the desk')
  await dialog.getByLabel('New password again').fill('chosen at the desk')
  await save.click()
  await expect(dialog.getByText('This is not your present password')).toBeVisible()
  await look('password-dialog')
  await dialog.getByLabel('Present password').fill('chosen by mail')
  await save.click()
  await expect(dialog.getByText('Your password is changed.')).toBeVisible()
  await look('password-done')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  expect(await signInsAt(url).endOf(elsewhere)).toEqual(['token.invalid', 'password-changed'])
  await front.sendPerson({ role: 'User', firstName: 'Ylva' })
  await expect(front.sync).toContainText('Up to date')
  await signInDesk(url, { email, password: 'chosen at the desk' })
})
