import { createLooks } from './looks.ts'
import { expect, test } from './story.ts'

test.describe('the users, the account and another language', () => {
  test('can be used by everybody, in the light and in the dark', async ({ cloud, open }) => {
    const desk = await open()
    const { page, front } = desk
    const { look, resize } = await createLooks(desk)
    await resize(1280, 800)
    const account = page.getByRole('button', { name: /^Account of/ })
    await front.signIn(cloud.credentials)

    await front.fill({ email: 'zoe@example.test', role: 'Installer', cardId: '04C43BC21C2680' })
    await front.send.click()
    await expect(page.getByText('In the cloud: zoe@example.test')).toBeVisible()
    await front.fill({ email: 'zoe@example.test', role: 'Installer', cardId: '04C43BC21C2680' })
    await expect(page.getByText('Already invited')).toBeVisible()
    await expect(page.getByText('This card is held by')).toBeVisible()
    await look('form-with-hints')
    await front.field('Email').fill('')
    await expect(page.getByText('Can sign in only once an email is given.')).toBeVisible()

    await page.getByRole('link', { name: 'Users', exact: true }).click()
    await expect(page.getByRole('table', { name: 'Users' })).toBeVisible()
    await look('users')
    await page
      .getByRole('button', { name: /^Edit / })
      .first()
      .click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('users-edit')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+f')
    await page.keyboard.type('nobody is called like that', { delay: 50 })
    await expect(page.getByText('Nobody found')).toBeVisible()
    await look('users-none')

    await account.click()
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    await look('shortcuts')
    await page.keyboard.press('Escape')

    await account.click()
    await page.getByRole('combobox', { name: 'Language' }).selectOption('Suomi')
    await expect(page.getByRole('button', { name: 'Kirjaudu ulos' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'fi')
    await look('account-finnish')
    await page.getByRole('combobox', { name: 'Teema' }).selectOption('Tumma')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.getByRole('combobox', { name: 'Teema' }).selectOption('Järjestelmä')
    await page.keyboard.press('Escape')
    await look('users-finnish')
    await page.getByRole('link', { name: 'Käyttäjäkutsut' }).click()
    await expect(page.getByRole('table', { name: 'Odottavat kutsut' })).toBeVisible()
    await look('desk-finnish')
  })
})
