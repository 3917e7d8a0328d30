import { expect, test } from './story.ts'

test.describe('the users page', () => {
  test('finds who holds a card and gives them another one', async ({ cloud, open }) => {
    const { page, front } = await open()
    await front.signIn(cloud.credentials)
    await front.fill({ role: 'User', firstName: 'Ville', cardId: '04C43BC21C2680' })
    await front.send.click()
    await expect(page.getByText('In the cloud: Ville')).toBeVisible()

    await page.getByRole('link', { name: 'Users', exact: true }).click()
    const table = page.getByRole('table', { name: 'Users' })
    const search = page.getByRole('searchbox', { name: 'Search users' })
    await search.fill('1341660845581952')
    await expect(table.getByRole('row')).toHaveCount(2)
    await expect(table.getByRole('row').nth(1)).toContainText('Ville')
    await expect(table.getByRole('row').nth(1)).toContainText('Not registered')

    await page.getByRole('button', { name: 'Edit Ville' }).click()
    const dialog = page.getByRole('dialog', { name: 'Edit Ville' })
    await dialog.getByRole('textbox', { name: 'Last name' }).fill('Virtanen')
    await dialog.getByRole('textbox', { name: 'Card ID' }).fill('1C 78 F2 BF')
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await search.fill('1c78f2bf')
    await expect(table.getByRole('row').filter({ hasText: 'Ville Virtanen' })).toBeVisible()
    await expect(front.sync).toContainText('Up to date')

    await search.fill('nobody is called like that')
    await expect(page.getByText('Nobody found')).toBeVisible()
  })
})
