import { createLooks } from './looks.ts'
import { expect, test } from './story.ts'

test.describe('every state of the window', () => {
  test('can be used by everybody, in the light and in the dark', async ({ cloud, open }) => {
    const desk = await open()
    const { page, front } = desk
    const { look, resize } = await createLooks(desk)
    await resize(1280, 800)
    const { demo, url } = cloud

    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
    await look('sign-in')
    await front.field('Cloud address').fill(url)
    await front.field('Email').fill(demo.email)
    await page.getByLabel('Password').fill('not this one')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('do not belong together')
    await look('sign-in-refused')

    await front.signIn({ url, ...demo })
    await expect(front.table).toBeVisible()
    await look('desk')

    await front.fill({ email: 'aino', role: 'User', firstName: 'Aino', cardId: '04C43' })
    await front.field('Surface ID').focus()
    await expect(page.getByText('This is not an email address.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Keep editing' })).toBeFocused()
    await look('form-with-problems')
    await page.getByRole('button', { name: 'Discard', exact: true }).click()

    await front.fill({ role: 'User', firstName: 'Eino', cardId: '04C43BC21C2680' })
    await front.send.click()
    await expect(page.getByText('In the cloud: Eino')).toBeVisible()
    await look('sent')

    await front.fill({ role: 'User', firstName: 'Maija', cardId: '04:C4:3B:C2:1C:26:80' })
    await front.send.click()
    const attention = page.getByRole('region', { name: 'Needs attention' })
    await expect(attention).toContainText('This card is held by Eino')
    await attention.getByRole('button', { name: 'Other card for Maija' }).click()
    await expect(front.cardId).toBeFocused()
    await look('needs-attention')
    await front.goTo('Users')
    await resize(1200, 800)
    await expect(page.getByRole('table', { name: 'Users' })).toBeVisible()
    await look('users-needs-attention')
    await resize(1280, 800)
    await front.goTo('User invitations')

    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('checkbox', { name: 'Work offline' }).check()
    await expect(front.sync).toContainText('Working offline')
    await look('account')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('dialog')).toContainText('Nothing is deleted')
    await look('sign-out')
    await page.keyboard.press('Escape')

    await front.sync.getByRole('button').click()
    await expect(page.getByRole('button', { name: 'Sync now' })).toBeVisible()
    await look('sync')
  })
})
