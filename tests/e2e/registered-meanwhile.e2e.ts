import { hostileMarkup } from '../support/hostile-texts.ts'
import { linkIn } from '../support/smtp-sink.ts'
import { watchHarm } from './harmless.ts'
import { createLooks } from './looks.ts'
import { createOtherDesk } from './other-desk.ts'
import { pendingTable } from './pending-table.ts'
import { expect, test } from './story.ts'
import { completeRegistration } from './visitor.ts'

const people = ['Anna', 'Berit', 'Cecilia', 'Dagny'] as const
/** One of them is called what would be an element, were it not a name. */
const [, markup = ''] = hostileMarkup
const givenTo = (name: string) => (name === 'Berit' ? `${markup} Berit` : name)
const addressOf = (firstName: string) => `${firstName.toLowerCase()}@site.example`

test('who registers while the desk is offline is not touched, and the window says so', async ({
  cloud,
  open,
  sink,
  visit,
}) => {
  const other = await createOtherDesk(cloud)
  for (const name of people) {
    await other.create({ firstName: givenTo(name), email: addressOf(name) })
  }
  const links = await Promise.all(
    people.map(async (name) => linkIn(await sink.mailTo(addressOf(name)))),
  )
  const desk = await open()
  const { front, page } = desk
  const table = pendingTable(desk)
  const { look } = await createLooks(desk)
  const { isHarmless } = await watchHarm(page, (url) => url.startsWith('app://tapdesk/'))
  await front.signIn(cloud.credentials)
  await table.search.fill('site.example')
  await expect(table.pages('above')).toContainText('1 – 4 of 4')

  await front.workOffline(true)
  await table.action('Anna', 'Delete').click()
  await table.action('Berit', 'Resend').click()
  await expect(table.dialog).toContainText('saved on this computer and sent later')
  await table.answer('Resend')
  await expect(page.getByText('1 invitation will be mailed again.')).toBeVisible()
  await table.action('Cecilia', 'Add to a user group').click()
  await table.dialog.getByRole('checkbox', { name: 'Visitors' }).check()
  await table.answer('Add')
  await table.action('Cecilia', 'Give new rights').click()
  await table.dialog.getByRole('checkbox', { name: /^Garage gate/ }).check()
  await table.answer('Give rights')
  await page.getByRole('checkbox', { name: 'Select Dagny' }).check()
  for (const [index, firstName] of people.entries()) {
    const visitor = await visit(links[index] ?? '')
    await completeRegistration(visitor, { firstName, lastName: 'Registered' })
  }

  // The deletion is still in its ten seconds of Undo, so that it reaches the cloud last.
  await front.workOffline(false)
  const notices = page.getByRole('region', { name: 'Done without effect' })
  await expect(notices).toContainText('Berit has registered; no mail was sent.')
  await isHarmless('notices', `${markup} Berit has registered`)
  await expect(notices).toContainText(/Anna.* has registered; nothing was deleted\./, {
    timeout: 15_000,
  })
  await expect(front.button('Undo')).toHaveCount(0)
  await expect(front.sync).toContainText('Up to date')
  await expect(table.pages('above')).toContainText('0 of 0')
  await expect(front.attention).toHaveCount(0)
  expect(sink.mails).toHaveLength(people.length)
  await look('registered-meanwhile')

  await test.step('what is still selected of them is refused by name', async () => {
    await table.bulk.getByRole('button', { name: 'Resend' }).click()
    await table.answer('Resend')
    await expect(table.dialog).toContainText('1 invitation cannot be resent:')
    await expect(table.dialog).toContainText('Dagny Registered has registered meanwhile')
    await look('left-alone')
    await table.close()
  })
  for (const name of ['Anna', 'Berit']) {
    await notices.getByRole('button', { name: `Dismiss the notice about ${givenTo(name)}` }).click()
  }
  await expect(notices).toHaveCount(0)

  await front.goTo('Users')
  await page.getByRole('searchbox', { name: 'Search users' }).fill('site.example')
  const users = page.getByRole('table', { name: 'Users' })
  for (const name of people) {
    const row = users.getByRole('row').filter({ hasText: `${name} Registered` })
    await expect(row).toContainText('Registered')
    await expect(row).toContainText(name === 'Cecilia' ? 'Visitors' : '–')
  }
})
