import { pendingTable } from './pending-table.ts'
import { expect, test } from './story.ts'

/** Two of those that the demo account has pending. */
const refused = 'installer@fastlock.example'
const sent = 'elif.kaya@lindenhof.example'

test('an invitation is deleted at once, and is back at once', async ({ cloud, open }) => {
  const desk = await open()
  const { front, page } = desk
  await front.signIn({ url: cloud.url, ...cloud.demo })
  const table = pendingTable(desk)

  await table.action(sent, 'Delete').press('Enter')
  await expect(front.row(sent)).toHaveCount(0)
  await expect(page.getByText('People who have registered are not touched.')).toBeVisible()
  await expect(front.button('Undo')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 invitation back in the list.')).toBeVisible()
  await expect(front.row(sent)).toBeVisible()
  await expect(front.button('Undo')).toHaveCount(0)
  await expect(front.sync).toContainText('Up to date')
})

test('a refused mail goes again to the right address', async ({ cloud, open }) => {
  const desk = await open()
  const { front } = desk
  await front.signIn({ url: cloud.url, ...cloud.demo })
  const table = pendingTable(desk)

  await expect(front.row(refused)).toContainText('Address unknown')
  await table.action(refused, 'Resend').click()
  const email = table.dialog.getByRole('textbox', { name: 'Email' })
  await expect(email).toBeFocused()
  await email.fill('peter at fastlock')
  await expect(table.dialog.getByRole('button', { name: 'Resend' })).toBeDisabled()
  await email.fill('peter@fastlock.example')
  await table.answer('Resend')
  await expect(table.dialog).toHaveCount(0)
  await expect(front.row('peter@fastlock.example')).toContainText(/In the cloud|Sent/)
})

test('groups and rights are given to many without a cloud', async ({ cloud, open }) => {
  const desk = await open()
  const { front, page } = desk
  await front.signIn({ url: cloud.url, ...cloud.demo })
  const table = pendingTable(desk)
  await expect(table.selectPage).toBeVisible()
  await front.workOffline(true)
  await expect(table.action(sent, 'Copy link')).toBeHidden()

  await table.selectPage.check()
  await expect(table.bulk).toContainText('8 selected')
  await table.bulk.getByRole('button', { name: 'Add to a user group' }).click()
  await table.dialog.getByRole('searchbox').fill('clean')
  await table.dialog.getByRole('checkbox', { name: 'Cleaning' }).check()
  await table.answer('Add')
  await expect(page.getByText('8 people added to the user group.')).toBeVisible()
  await expect(front.row(sent)).toContainText('Cleaning')
  await expect(front.row(sent)).toContainText('Saved on this computer')

  await table.action(sent, 'Give new rights').click()
  await table.dialog.getByRole('checkbox', { name: /^Main entrance/ }).check()
  await table.dialog.getByLabel('From').fill('2027-01-01T08:00')
  await table.dialog.getByLabel('Until').fill('2026-12-01T08:00')
  await table.answer('Give rights')
  await expect(table.dialog).toContainText('Has to be after “From”.')
  await table.dialog.getByLabel('Until').fill('2027-06-01T08:00')
  await table.answer('Give rights')
  await expect(table.dialog).toHaveCount(0)

  await front.workOffline(false)
  await expect(front.sync).toContainText('Up to date')
  await expect(front.row(sent)).not.toContainText('Saved on this computer')
  await expect(front.row(sent)).toContainText('Cleaning')
  await expect(front.attention).toHaveCount(0)
})

test('somebody is found, and the order is that of last time', async ({ cloud, open }) => {
  const first = await open()
  await first.front.signIn({ url: cloud.url, ...cloud.demo })
  const table = pendingTable(first)
  await table.search.fill('lindenhof')
  await expect(first.front.row(refused)).toHaveCount(0)
  await expect(first.front.row(sent)).toBeVisible()
  await table.search.fill('nobody like that')
  await first.front.button('Clear search').click()
  await expect(table.search).toBeFocused()
  await expect(first.front.row(refused)).toBeVisible()

  await table.sorted('Name').getByRole('button').click()
  await expect(table.sorted('Name')).toHaveAttribute('aria-sort', 'ascending')
  await first.quit()
  const second = await open()
  await expect(pendingTable(second).sorted('Name')).toHaveAttribute('aria-sort', 'ascending')
})

test('a further link is shown once, and copied', async ({ cloud, open }) => {
  const desk = await open()
  await desk.front.signIn({ url: cloud.url, ...cloud.demo })
  const table = pendingTable(desk)
  await table.action(sent, 'Copy link').click()
  const link = table.dialog.getByRole('textbox', { name: 'Link' })
  await expect(link).toHaveValue(/\/register\//)
  await table.answer('Copy')
  await expect(table.dialog).toContainText('Copied')
  const copied = await desk.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toBe(await link.inputValue())
})
