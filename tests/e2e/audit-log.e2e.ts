import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createLooks } from './looks.ts'
import { createOtherDesk } from './other-desk.ts'
import { expect, test } from './story.ts'

test.describe('the audit log', () => {
  test('tells an Account Admin who did what, narrowed by filters and saved as a file', async ({
    cloud,
    open,
    profile,
  }) => {
    test.slow()
    const other = await createOtherDesk(cloud)
    await other.create({ firstName: '=1+2', lastName: 'Formula', cardId: '04C43BC21C3A80' })
    await other.createAll(
      Array.from({ length: 60 }, (_, n) => ({ firstName: `Person ${n}`, lastName: 'Salo' })),
    )
    const desk = await open()
    const { app, page, front } = desk
    const { look, resize } = await createLooks(desk)
    await resize(1280, 800)
    await front.signIn(cloud.credentials)
    await front.goTo('Audit log')
    const rows = page.getByRole('table', { name: 'Audit log' }).getByRole('row')
    await expect(rows).toHaveCount(51)
    await expect(rows.nth(1)).toContainText(/Signed in.*Demo Person/)
    await look('audit-log')

    const older = page.getByRole('button', { name: 'Older' })
    await older.focus()
    await page.keyboard.press('Enter')
    await expect(rows.filter({ hasText: '=1+2 Formula' })).toContainText('••••3A80')
    await expect(page.getByRole('button', { name: 'Newer' })).toBeEnabled()
    await page.getByRole('button', { name: 'Only =1+2 Formula' }).click()
    await expect(rows).toHaveCount(2)
    await expect(page.getByRole('button', { name: 'Not only =1+2 Formula' })).toBeVisible()

    const file = path.join(profile, 'audit.csv')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, file)
    await front.button('Save as CSV').click()
    await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
    const [head, only, ...rest] = readFileSync(file, 'utf8').split('\r\n')
    expect(head).toMatch(/^\u{FEFF}"Number","When \(UTC\)","What","Whom"/u)
    expect(only).toMatch(/"Created","\t=1\+2 Formula",.*"••••3A80","Demo Person",.*"[0-9a-f]{64}"$/)
    expect(rest).toEqual([''])

    await front.button('Reset filters').first().click()
    await page.getByRole('combobox', { name: 'What' }).selectOption('Sign-in failed')
    await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
    await look('audit-log-nothing')
    await page.getByRole('combobox', { name: 'What' }).selectOption('Signed in')
    await page.getByRole('combobox', { name: 'Who' }).selectOption('Demo Person')
    await expect(rows.nth(1)).toContainText('Signed in')
    await resize(1920, 1080)
    await front.button('Reset filters').first().click()
    await expect(rows).toHaveCount(51)
    await look('audit-log-wide')
    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('combobox', { name: 'Language' }).selectOption('Suomi')
    await page.keyboard.press('Escape')
    await resize(1024, 700)
    await look('audit-log-finnish-small')
  })

  test('says that it needs the cloud, and reads on when it is back', async ({ cloud, open }) => {
    const { page, front } = await open()
    await front.signIn(cloud.credentials)
    await front.workOffline(true)
    await front.goTo('Audit log')
    const again = page.getByRole('button', { name: 'Try again' })
    await expect(again).toBeVisible()
    await front.workOffline(false)
    await again.click()
    const rows = page.getByRole('table', { name: 'Audit log' }).getByRole('row')
    await expect(rows.filter({ hasText: 'Signed in' }).first()).toBeVisible()
  })
})
