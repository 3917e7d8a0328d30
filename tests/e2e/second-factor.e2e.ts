import { authenticator } from '../support/authenticator.ts'
import { expireTokens } from '../support/cloud-evidence.ts'
import { createPictures } from '../support/pictures.ts'
import { expect, test } from './story.ts'

test('a second factor is turned on, asked for, stood in for by a recovery code, and turned off', async ({
  cloud,
  open,
}) => {
  const { front, page } = await open()
  await front.signIn(cloud.credentials)
  const { password } = cloud.credentials
  const pictures = await createPictures(page)
  const dialog = page.getByRole('dialog')
  const openSettings = async () => {
    await page.getByRole('button', { name: /^Account of / }).click()
    await front.button('Two-step sign-in').click()
  }
  const signOutAndIn = async () => {
    await front.signOut()
    await expect(front.field('Cloud address')).toBeVisible()
    await page.getByLabel('Password').fill(password)
    await front.button('Sign in').click()
  }

  await openSettings()
  await dialog.getByLabel('Password').fill(password)
  await front.button('Next').click()
  await expect(
    dialog.getByRole('img', { name: 'QR code for your authenticator app' }),
  ).toBeVisible()
  expect(await pictures.take('second-factor-scan')).toEqual([])
  const secret = await dialog.locator('.second-factor-secret').innerText()
  const app = authenticator(secret.replaceAll(' ', ''))
  await front.field('Code').fill(app.shows())
  await page.keyboard.press('Enter')
  const codes = dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  expect(await pictures.take('second-factor-codes')).toEqual([])
  const recovery = await codes.first().innerText()
  await front.button('I have kept them').click()
  await expect(dialog).toBeHidden()

  // Where a sign-in has ended, in place.
  expireTokens(cloud.dataDir)
  await front.syncNow()
  await page.getByLabel('Password').fill(password)
  await front.button('Sign in').click()
  await expect(front.field('Code')).toBeFocused()
  expect(await pictures.take('second-factor-banner')).toEqual([])
  await front.field('Code').fill(app.shows(1))
  await front.button('Sign in').click()
  await expect(front.sync).toContainText('Up to date')

  // At the sign-in page, without the phone.
  await signOutAndIn()
  await front.field('Code').fill('000000')
  await front.button('Sign in').click()
  await expect(front.alert).toContainText('This code is wrong, or was used before')
  expect(await pictures.take('second-factor-sign-in')).toEqual([])
  await front.field('Code').fill(recovery.toLowerCase())
  await page.keyboard.press('Enter')
  await expect(front.sync).toContainText('Up to date')

  await openSettings()
  await expect(dialog).toContainText('9 recovery codes are left.')
  expect(await pictures.take('second-factor-on')).toEqual([])
  await dialog.getByLabel('Password').fill(password)
  await front.button('Turn off').click()
  await expect(dialog).toBeHidden()
  await signOutAndIn()
  await expect(front.sync).toContainText('Up to date')
})
