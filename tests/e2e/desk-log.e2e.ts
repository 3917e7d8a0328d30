import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright'
import { temporaryFolder } from '../support/cloud.ts'
import { deskLogText } from '../support/desk-evidence.ts'
import { createLooks } from './looks.ts'
import { createOtherDesk } from './other-desk.ts'
import { expect, test } from './story.ts'

const [enrolled, moved] = ['04C43BC21C3A80', '0475AC4A9660B1']

/** The log as a person reads it. */
function deskLog(page: Page) {
  const rows = page.getByRole('table', { name: 'Desk log' }).getByRole('row')
  return {
    rows,
    search: page.getByRole('searchbox', { name: 'Search the log' }),
    /** Of this person, saying this. */
    line: (person: string, what: string) =>
      rows.filter({ hasText: person }).filter({ hasText: new RegExp(`(^|\\d|M)${what}`) }),
  }
}

test.describe('the desk log', () => {
  test('tells what was done with cards offline, and to other desks once the cloud is back', async ({
    cloud,
    lay,
    open,
    profile,
  }) => {
    test.slow()
    const other = await createOtherDesk(cloud)
    await other.create({ firstName: 'Leaving', lastName: 'Lind', cardId: moved })
    const desk = await open()
    const { app, page, front } = desk
    const { look, resize } = await createLooks(desk)
    await resize(1280, 800)
    const log = deskLog(page)
    await front.signIn(cloud.credentials)
    await front.goTo('Desk log')
    await expect(log.line('Leaving Lind', 'Enrolled')).toContainText('••••60B1')
    await expect(log.rows.filter({ hasText: 'Saved here' })).toHaveCount(0)
    await cloud.stop()

    await front.goTo('User invitations')
    await front.fill({ role: 'User', firstName: 'Ville' })
    const first = await lay({ uid: enrolled })
    await expect(front.cardId).toHaveValue(enrolled)
    await first.remove()
    await front.send.click()
    await expect(front.recentRow('Ville')).toBeVisible()

    await front.fill({ role: 'User', firstName: 'Nea' })
    const second = await lay({ uid: moved })
    await front.button('Move card to this person').click()
    await page.getByRole('group').getByRole('button', { name: 'Move card', exact: true }).click()
    await second.remove()
    await front.send.click()
    await expect(front.recentRow('Nea')).toBeVisible()

    await front.goTo('Users')
    await page.getByRole('button', { name: 'Cards of Ville' }).click()
    const dialog = page.getByRole('dialog', { name: 'Cards of Ville' })
    const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click()
    await press('Card lost')
    await press('Undo')
    await expect(dialog.getByRole('listitem', { name: `${enrolled}, In use` })).toBeVisible()
    await press('Card lost')
    await press('Card found')
    await press('Undo')
    await page.keyboard.press('Escape')

    await front.goTo('Desk log')
    const lines = [
      log.line('Ville', 'Enrolled'),
      log.line('Ville', 'Blocked'),
      log.line('Nea', 'Moved'),
    ]
    for (const line of lines) {
      await expect(line).toHaveCount(1)
      await expect(line).toContainText('Saved here')
      await expect(line).toContainText('Demo Person')
    }
    await expect(lines[0] ?? log.rows).toContainText(/••••3A80.*Virtual/)
    await expect(lines[2] ?? log.rows).toContainText('from Leaving Lind')
    await expect(log.rows.filter({ hasText: 'Found' })).toHaveCount(0)
    await expect(log.rows.filter({ hasText: 'Saved here' })).toHaveCount(3)
    await expect(page.getByText('The cloud is away')).toBeVisible()
    await look('desk-log-offline')

    const third = await lay({ uid: moved })
    await expect(log.search).toHaveValue(moved)
    await expect(log.rows.filter({ hasText: '••••60B1' })).toHaveCount(2)
    await expect(log.rows).toHaveCount(3)
    await third.remove()
    await page.getByRole('combobox', { name: 'What' }).selectOption('Moved')
    await expect(log.rows).toHaveCount(2)
    const file = path.join(profile, 'log.csv')
    await app.evaluate(({ dialog: files }, filePath) => {
      files.showSaveDialog = async () => ({ canceled: false, filePath })
    }, file)
    await front.button('Save as CSV').click()
    await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
    const [head, only, ...rest] = readFileSync(file, 'utf8').split('\r\n')
    expect(head).toMatch(/^\u{FEFF}"When \(UTC\)","Who","What"/u)
    expect(only).toMatch(/"Demo Person","Moved","","Nea","••••60B1","","Leaving Lind",.*,"No"$/)
    expect(rest).toEqual([''])
    await page.getByRole('combobox', { name: 'What' }).selectOption('Refused')
    await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
    await look('desk-log-nothing')
    await front.button('Reset filters').first().click()

    await cloud.start()
    await front.syncNow()
    await expect(front.sync).toContainText('Up to date', { timeout: 30_000 })
    await expect(log.rows.filter({ hasText: 'Saved here' })).toHaveCount(0)
    for (const line of lines) await expect(line).toHaveCount(1)
    await desk.kill()
    const kept = deskLogText(profile)
    expect(kept).toContain('••••3A80')
    for (const uid of [enrolled, moved]) expect(kept).not.toContain(uid)

    const there = await open({ profile: temporaryFolder('profile') })
    await there.front.signIn(cloud.credentials)
    await there.front.goTo('Desk log')
    const same = deskLog(there.page)
    await expect(same.line('Ville', 'Enrolled')).toContainText(/••••3A80.*Demo Person.*Virtual/)
    await expect(same.line('Ville', 'Blocked')).toContainText('••••3A80')
    await expect(same.line('Nea', 'Moved')).toContainText('from Leaving Lind')
    await there.page.getByRole('checkbox', { name: 'This desk only' }).check()
    await expect(there.page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
  })

  test('can be used by everybody, in the light and in the dark', async ({ cloud, open }) => {
    const desk = await open()
    const { page, front } = desk
    const { look, resize } = await createLooks(desk)
    await resize(1280, 800)
    const other = await createOtherDesk(cloud)
    const people = Array.from({ length: 60 }, (_, n) => ({
      firstName: ['Aino', 'Eero', 'Wilhelmiina', 'Bo'][n % 4] ?? '',
      lastName: ['Salo', 'Virta', 'Korhonen-Lindqvist', 'Ek'][n % 3] ?? '',
      cardId: `04C43B0000${String(n).padStart(4, '0')}`,
    }))
    await other.createAll(people)
    await front.signIn(cloud.credentials)
    await front.fill({ role: 'User', firstName: 'Late', cardId: '04C43B00000007' })
    await front.workOffline(true)
    await front.send.click()
    await front.goTo('Desk log')
    const log = deskLog(page)
    await expect(log.rows).toHaveCount(51)
    await look('desk-log')
    await page.getByRole('button', { name: 'Next page' }).first().click()
    await expect(page.getByText(/^51 – /).first()).toBeVisible()
    await resize(1920, 1080)
    await look('desk-log-wide')
    await front.workOffline(false)
    await expect(front.sync).toContainText('1', { timeout: 20_000 })
    await page.getByRole('combobox', { name: 'What' }).selectOption('Refused')
    await expect(log.line('Late', 'Not enrolled')).toContainText('somebody else has the card')
    await look('desk-log-refused')
    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('combobox', { name: 'Language' }).selectOption('Suomi')
    await page.keyboard.press('Escape')
    await resize(1280, 800)
    await look('desk-log-finnish')
    await page.getByRole('button', { name: 'Tyhjennä' }).first().click()
    await resize(1024, 700)
    await look('desk-log-finnish-small')
  })
})
