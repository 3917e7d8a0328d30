import { v7 } from 'uuid'
import { appliedChange, createOf, signInDesk, updateOf } from '../support/cloud-desk.ts'
import { directoryOf, grantOf } from '../support/cloud-invitations.ts'
import { nameDesks, nameEverything } from '../support/hostile-names.ts'
import { hostileMarkup } from '../support/hostile-texts.ts'
import type { OwnCloud } from '../support/own-cloud.ts'
import { pdfText } from '../support/pdf-text.ts'
import { linkIn } from '../support/smtp-sink.ts'
import { watchHarm } from './harmless.ts'
import { lockOf } from './locked-desk.ts'
import { pendingTable } from './pending-table.ts'
import { printed } from './printed.ts'
import { rosterDesk } from './roster-desk.ts'
import { scanDesk } from './scan-desk.ts'
import { expect, test } from './story.ts'

/** What account, staff, groups, resources, schedules and computers are called; and somebody else. */
const [first = '', name = '', other = ''] = hostileMarkup
const cardOf = (nth: number) => `04B0B0B0B0B0${String(nth + 10)}`
const emailOf = (nth: number) => `'onfocus=x{{7*7}}&lt-${nth}@site.example`

/** People of whom everything that can be typed is one of the texts, at another desk. */
async function createEverybody(cloud: OwnCloud) {
  await nameEverything(cloud.dataDir, cloud.demo.email, name)
  const desk = await signInDesk(cloud.url, cloud.demo)
  await nameDesks(cloud.dataDir, name)
  const called = (text: string) => ({
    firstName: text,
    lastName: 'Hostile',
    organization: text,
    additionalInformation: text,
    surfaceId: text,
  })
  const users = hostileMarkup.map((text, nth) => createOf({ ...called(text), cardId: cardOf(nth) }))
  const invited = hostileMarkup.map((text, nth) =>
    createOf({ ...called(text), surfaceId: '', email: emailOf(nth) }),
  )
  const results = await desk.send(...users, ...invited)
  const ids = results.map((result) => appliedChange(result).id)
  const { groups } = await directoryOf(cloud.url, desk)
  const until = '2097-01-01T00:00:00.000Z'
  await desk.send(
    grantOf(ids[users.length] ?? '', { addGroups: groups.slice(0, 1).map(({ id }) => id) }),
    ...[
      { action: 'block', cardId: cardOf(1), reason: 'lost' },
      { action: 'lend', cardId: '04B0B0B0B0B0FF', surfaceId: name, until },
    ].map((step) => ({ opId: v7(), method: 'card', recordId: ids[1], step })),
  )
  return { desk, ids }
}

test('what is typed in one place is text in every other, whatever it would be as markup', async ({
  cloud,
  lay,
  open,
  sink,
  visit,
}) => {
  test.slow()
  const { desk: elsewhere, ids } = await createEverybody(cloud)
  const desk = await open()
  const { app, page, front } = desk
  const { isHarmless } = await watchHarm(page, (url) => url.startsWith('app://tapdesk/'))
  await front.signIn(cloud.credentials)
  const dialog = page.getByRole('dialog')

  await test.step('pending invitations and what is asked about them', async () => {
    const pending = pendingTable(desk)
    await page.getByRole('combobox', { name: 'Rows per page' }).first().selectOption('50')
    await pending.search.fill('Hostile')
    await expect(front.table.getByRole('row')).toHaveCount(hostileMarkup.length + 1)
    await isHarmless('pending', ...hostileMarkup, ...hostileMarkup.map((_, nth) => emailOf(nth)))
    const row = front.table.getByRole('row').nth(1)
    for (const action of ['Resend', 'Add to a user group', 'Give new rights', 'Copy link']) {
      await row.getByRole('button', { name: action }).click()
      await expect(dialog).toBeVisible()
      await isHarmless(action, ...(action.startsWith('Add') ? [name] : []))
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    }
    await row.getByRole('button', { name: 'Delete' }).click()
    await front.button('Undo').click()
    await isHarmless('deleting', ...hostileMarkup)
    await front.field('First name').fill(first)
    await page.getByLabel('Member of / organization').fill('<')
    await isHarmless('the form')
    await front.button('Discard changes').click()
  })

  await test.step('users, their fields and their cards', async () => {
    await front.goTo('Users')
    await page.getByRole('searchbox', { name: 'Search users' }).fill('Hostile')
    const users = page.getByRole('table', { name: 'Users' }).getByRole('row')
    await page.getByRole('combobox', { name: 'Rows per page' }).first().selectOption('50')
    await expect(users).toHaveCount(hostileMarkup.length + 1)
    await isHarmless('users', ...hostileMarkup)
    await front.button(`Edit ${first} Hostile`).click()
    await expect(dialog.getByRole('textbox', { name: 'Last name' })).toHaveValue('Hostile')
    for (const field of ['First name', 'Additional information', 'Surface ID']) {
      await expect(dialog.getByRole('textbox', { name: field })).toHaveValue(first)
    }
    await isHarmless('edit', first)
    await page.keyboard.press('Escape')
    await front.button(`Cards of ${name} Hostile`).click()
    await expect(dialog).toContainText('Temporary until')
    await isHarmless('cards', name)
    await page.keyboard.press('Escape')
  })

  await test.step('what waits, what needs a decision, and who stands in the way', async () => {
    await front.workOffline(true)
    const sent = await page.evaluate(
      async ({ opId, recordId, clash, card, text }) => {
        const { people } = window.app
        const fields = {
          email: null,
          role: 'user' as const,
          firstName: text,
          lastName: 'Taken',
          organization: text,
          additionalInformation: '',
          cardId: card,
          surfaceId: '',
        }
        const changed = await people.update({ opId, recordId, set: { lastName: text } })
        return [changed.ok, (await people.send({ opId: clash, fields })).ok]
      },
      { opId: v7(), recordId: ids[2] ?? '', clash: v7(), card: cardOf(3), text: other },
    )
    expect(sent).toEqual([true, true])
    await front.sync.getByRole('button').first().click()
    await front.button('Show what waits').click()
    await isHarmless('queue', other)
    await page.keyboard.press('Escape')
    await elsewhere.send(updateOf(ids[2] ?? '', 1, { lastName: name }))
    await front.workOffline(false)
    await front.goTo('User invitations')
    await expect(front.attention.getByRole('listitem')).toHaveCount(2)
    await isHarmless('conflicts', other, name, `held by ${hostileMarkup[3]} Hostile`)
  })

  await test.step('logs', async () => {
    await front.goTo('Desk log')
    await expect(page.getByRole('table', { name: 'Desk log' })).toContainText('••••B010')
    await isHarmless('desk log', name, first)
    await front.goTo('Audit log')
    const rows = page.getByRole('table', { name: 'Audit log' }).getByRole('row')
    await expect(rows.filter({ hasText: 'Created' }).first()).toBeVisible()
    await isHarmless('audit', ...hostileMarkup)
    await page.getByRole('link', { name: 'Signed-in desks', exact: true }).click()
    await isHarmless('signed-in desks', name)
  })

  await test.step('a quick scan, and the cards that nobody has', async () => {
    const scan = scanDesk(page)
    await scan.open()
    await scan.start(name.slice(0, 40), '1')
    const card = await lay({ uid: '04C1C2C3C4C580' })
    await expect(scan.recent.getByRole('listitem')).toHaveCount(1)
    await isHarmless('scan', name.slice(0, 40))
    await card.remove()
    await scan.button('Finish scan').click()
    await page.getByRole('link', { name: 'Unknown cards', exact: true }).click()
    await expect(page.getByRole('table', { name: 'Unknown cards' })).toContainText('04C1C2C3C4C580')
    await isHarmless('unknown cards', name.slice(0, 40))
  })

  await test.step('a roster on the screen and on paper', async () => {
    const roster = rosterDesk(page)
    await roster.open()
    // What a list reads as the end of a cell stays out of it.
    const listed = hostileMarkup
      .filter((text) => !/[",;]/.test(text))
      .map((text) => text.replace('||', '+'))
    await roster.start(listed.map((text) => `${text} Roster`).join('\n'))
    await expect(roster.next).toContainText('Roster')
    await isHarmless('roster')
    await roster.button('Finish').click()
    await expect(roster.summary.getByRole('row')).toHaveCount(listed.length + 1)
    await isHarmless('summary', ...listed)
    const paper = pdfText(await printed(app)).replace(/\s/g, '')
    for (const text of listed) expect(paper).toContain(text.replace(/\s/g, ''))
    await isHarmless('paper')
  })

  await test.step('the lock, over a page that was loaded anew', async () => {
    const lock = lockOf(desk)
    await lock.lock()
    await lock.choosePin('Save and lock')
    await expect(lock.title).toBeVisible()
    await isHarmless('locked', name)
    // That it would be noticed.
    await page.evaluate((text) => (document.body.innerHTML += text), name)
    await expect(isHarmless('markup')).rejects.toThrow('onerror')
  })

  await test.step('mails, and the page that they lead to', async () => {
    const mail = await sink.mailTo(emailOf(0))
    const visitor = await visit(linkIn(mail))
    const seen = await watchHarm(
      visitor,
      (url) => url.startsWith(cloud.url) || url === 'about:blank',
    )
    await expect(visitor.getByRole('heading', { name: /^Welcome to/ })).toBeVisible()
    await seen.isHarmless('registration', name)
    await visitor.goto('about:blank')
    await visitor.setContent(String(mail.html))
    await seen.isHarmless('mail', name)
  })
})
