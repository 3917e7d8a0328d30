import { createLooks } from './looks.ts'
import { expect, test } from './story.ts'

test('the pending invitations can be used by everybody, in every state', async ({
  cloud,
  open,
}) => {
  // Many pictures, each looked at by axe in both schemes.
  test.slow()
  const desk = await open()
  const { page, front } = desk
  const { look: lookAt, resize } = await createLooks(desk)
  const look = (name: string) => lookAt(`pending-${name}`)
  const dialog = page.getByRole('dialog')
  const close = () => page.keyboard.press('Escape')

  await resize(1280, 800)
  await front.signIn({ url: cloud.url, ...cloud.demo })
  await page.getByRole('button', { name: 'Close' }).click()
  const row = front.row('elif.kaya@lindenhof.example')
  const act = (name: string) => row.getByRole('button', { name, exact: true }).click()
  await row.scrollIntoViewIfNeeded()
  await page.getByRole('navigation', { name: 'Pages, below the table' }).scrollIntoViewIfNeeded()
  await look('table')
  await resize(1920, 1080)
  await look('table-wide')
  await resize(1024, 700)
  await look('table-small')
  await resize(1280, 800)

  await act('Resend')
  await dialog.getByRole('textbox', { name: 'Email' }).fill('elif')
  await look('resend')
  await close()
  await act('Add to a user group')
  await look('group')
  await close()
  await act('Give new rights')
  await dialog.getByRole('checkbox', { name: /^Main entrance/ }).check()
  await dialog.getByLabel('From').fill('2027-01-01T08:00')
  await dialog.getByLabel('Until').fill('2026-12-01T08:00')
  await dialog.getByRole('button', { name: 'Give rights' }).click()
  await look('rights')
  await close()
  await act('Copy link')
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/register/)
  await look('link')
  await close()

  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await look('selection')
  await page.getByRole('button', { name: 'Clear selection' }).click()
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('nobody like that')
  await expect(front.button('Clear search')).toBeVisible()
  await look('nobody-found')
  await front.button('Clear search').click()

  await front.workOffline(true)
  await act('Delete')
  await expect(front.button('Undo')).toBeVisible()
  await look('deleted')
})
