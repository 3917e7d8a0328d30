import { createOtherDesk } from './other-desk.ts'
import { pendingTable } from './pending-table.ts'
import { expect, test } from './story.ts'

test('many invitations are paged, sorted and selected across pages', async ({ cloud, open }) => {
  const other = await createOtherDesk(cloud)
  const numbers = Array.from({ length: 52 }, (_, index) => String(index + 1).padStart(2, '0'))
  await other.createAll(
    numbers.map((number) => ({
      firstName: `Guest ${number}`,
      email: `guest${number}@pages.example`,
    })),
  )
  const desk = await open()
  const { front, page } = desk
  const table = pendingTable(desk)
  const names = front.table
    .getByRole('row')
    .getByRole('cell')
    .filter({ hasText: /^Guest \d\d$/ })
  const step = (name: string, place: 'above' | 'below' = 'above') =>
    table.pages(place).getByRole('button', { name }).click()
  const shows = (range: string) => expect(table.pages('above')).toContainText(range)
  await front.signIn(cloud.credentials)

  await shows('1 – 20 of 60')
  await expect(table.pages('below')).toContainText('1 – 20 of 60')
  await expect(table.pages('above').getByRole('combobox').getByRole('option')).toHaveText([
    '10',
    '20',
    '50',
    '100',
  ])
  await table.sorted('Name').getByRole('button').click()
  await table.search.fill('pages.example')
  await shows('1 – 20 of 52')
  await expect(names).toHaveText(numbers.slice(0, 20).map((number) => `Guest ${number}`))
  await step('Next page', 'below')
  await shows('21 – 40 of 52')
  await step('Next page')
  await shows('41 – 52 of 52')
  await expect(table.pages('below').getByRole('button', { name: 'Next page' })).toBeDisabled()
  await step('Previous page', 'below')
  await shows('21 – 40 of 52')
  await step('First page')
  await shows('1 – 20 of 52')
  await step('Last page')
  await expect(names.last()).toHaveText('Guest 52')
  await table.sorted('Name').getByRole('button').click()
  await shows('1 – 20 of 52')
  await expect(names.first()).toHaveText('Guest 52')

  await table.pages('below').getByRole('combobox', { name: 'Rows per page' }).selectOption('50')
  await shows('1 – 50 of 52')
  await table.selectPage.check()
  await step('Next page')
  await shows('51 – 52 of 52')
  await expect(table.selectPage).not.toBeChecked()
  await page.getByRole('checkbox', { name: 'Select Guest 01' }).check()
  await expect(table.bulk).toContainText('51 selected')
  await table.bulk.getByRole('button', { name: 'Select all 52' }).click()
  await expect(table.bulk).toContainText('52 selected')
  await page.getByRole('checkbox', { name: 'Select Guest 01' }).uncheck()

  await front.workOffline(true)
  await table.bulk.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('51 invitations deleted.')).toBeVisible()
  await shows('1 – 1 of 1')
  await expect(names).toHaveText(['Guest 01'])
  await front.button('Undo').click()
  await expect(page.getByText('51 invitations back in the list.')).toBeVisible()
  await shows('51 – 52 of 52')
  await step('First page')
  await shows('1 – 50 of 52')
  await table.selectPage.check()
  await table.bulk.getByRole('button', { name: 'Add to a user group' }).click()
  await table.dialog.getByRole('checkbox', { name: 'Visitors' }).check()
  await table.answer('Add')
  await expect(page.getByText('50 people added to the user group.')).toBeVisible()
  await front.workOffline(false)
  await expect(front.sync).toContainText('Up to date')
  await expect(front.row('Guest 52')).toContainText('Visitors')
  await expect(front.row('Guest 52')).not.toContainText('Saved on this computer')
})

test('each row says its state in words, and when exactly on hover', async ({ cloud, open }) => {
  const { front } = await open()
  await front.signIn(cloud.credentials)
  const states: readonly (readonly [string, RegExp])[] = [
    ['elif.kaya@lindenhof.example', /Sent/],
    ['aino.virtanen@northgate.example', /Page opened/],
    ['omar.haddad@harbour.example', /Expired/],
    ['installer@fastlock.example', /Address unknown/],
  ]
  for (const [email, state] of states) await expect(front.row(email)).toContainText(state)
  const sent = front.row('omar.haddad@harbour.example').getByRole('time')
  await expect(sent).toHaveText('20 days ago')
  await expect(sent).toHaveAttribute('title', /^\w+day, \w+ \d+, \d{4} at \d+:\d\d:\d\d/)
})
