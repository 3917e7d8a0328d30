import type { Page } from 'playwright'
import { createPictures } from '../support/pictures.ts'
import { lockOf } from './locked-desk.ts'
import { expect, test } from './story.ts'
import { unknownDesk } from './unknown-desk.ts'

const uid = '04C43BC21C2680'

/** Whatever the page holds, shown or not, and what it may still ask. */
async function isEmptyOf(page: Page, ...names: readonly string[]) {
  const all = await page.content()
  for (const name of names) expect(all).not.toContain(name)
  const codes = await page.evaluate(async () => {
    const asked = [
      window.app.people.recent(),
      window.app.people.parked(),
      window.app.people.draft(),
      window.app.directory.get(),
      window.app.reader.status(),
      window.app.scan.running(),
      window.app.lock.kept(),
      window.app.lock.setIdle({ idleMinutes: 0, present: null }),
    ]
    return (await Promise.all(asked)).map((answer) => (answer.ok ? 'told' : answer.code))
  })
  expect(new Set(codes)).toEqual(new Set(['locked']))
}

test.describe('a locked desk', () => {
  test('shows nothing, takes cards, goes on sending, and has what was typed', async ({
    cloud,
    lay,
    open,
  }) => {
    const desk = await open()
    const { page, front } = desk
    const lock = lockOf(desk)
    await front.signIn(cloud.credentials)
    await front.sendPerson({ role: 'User', firstName: 'Ylva' })
    await cloud.stop()
    await front.sendPerson({ role: 'User', firstName: 'Bo' })
    await front.field('Last name').fill('Hallikainen')

    // Without a PIN there is nothing to come back with.
    await lock.lock()
    await lock.choosePin('Save and lock')
    await expect(lock.title).toBeVisible()
    await expect(lock.field).toBeFocused()
    await isEmptyOf(page, 'Ylva', 'Hallikainen', 'Pending invitations')
    await expect(front.sync).toContainText('1')

    const card = await lay({ uid })
    await expect(page.getByText('1 card was laid on the reader since.')).toBeVisible()
    await isEmptyOf(page, uid, 'Ylva', 'Hallikainen')
    await card.remove()
    const pictures = await createPictures(page)
    expect(await pictures.take('locked')).toEqual([])
    await cloud.start()
    await expect(front.sync).toContainText('Up to date', { timeout: 60_000 })
    expect(cloud.evidence.people('Bo')).toHaveLength(1)

    await lock.field.fill('0000')
    await page.keyboard.press('Enter')
    await expect(front.alert).toContainText('This is not your PIN')
    await lock.unlock()
    await expect(front.field('Last name')).toHaveValue('Hallikainen')
    const unknown = unknownDesk(page)
    await unknown.open()
    await unknown.has(uid)

    // What is open in the page goes with it, and is there again.
    await page.getByRole('link', { name: 'Roster', exact: true }).click()
    await page.getByRole('textbox', { name: 'Names' }).fill('Kaisa Meikku')
    await front.goTo('Users')
    await front.button('Edit Ylva').click()
    const dialog = page.getByRole('dialog', { name: 'Edit Ylva' })
    await dialog.getByRole('textbox', { name: 'Last name' }).fill('Muutettu')
    await lock.screenLocks()
    await expect(lock.title).toBeVisible()
    await isEmptyOf(page, 'Ylva', 'Muutettu', 'Meikku')
    await lock.unlock()
    await expect(dialog.getByRole('textbox', { name: 'Last name' })).toHaveValue('Muutettu')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('table', { name: 'Users' })).toContainText('Ylva Muutettu')
    await page.getByRole('link', { name: 'Roster', exact: true }).click()
    await expect(page.getByRole('textbox', { name: 'Names' })).toHaveValue('Kaisa Meikku')
  })

  test('is locked by the screen of the computer, and still after the power was cut', async ({
    cloud,
    open,
  }) => {
    const desk = await open()
    const lock = lockOf(desk)
    await desk.front.signIn(cloud.credentials)
    await desk.front.sendPerson({ role: 'User', firstName: 'Ylva' })
    await lock.screenLocks()
    await desk.page.getByRole('button', { name: /^Account of / }).click()
    await desk.front.button('Desk lock').click()
    const pictures = await createPictures(desk.page)
    expect(await pictures.take('lock-dialog')).toEqual([])
    await lock.choosePin('Save')
    await expect(desk.page.getByRole('dialog')).toBeHidden()
    await desk.front.field('First name').fill('Hallikainen')
    await lock.screenLocks()
    await expect(lock.title).toBeVisible()
    await desk.kill()

    const again = await open()
    const next = lockOf(again)
    await expect(next.title).toBeVisible()
    await isEmptyOf(again.page, 'Ylva', 'Hallikainen')
    await next.unlock()
    await expect(again.front.recentRow('Ylva')).toBeVisible()
    await expect(again.front.field('First name')).toHaveValue('Hallikainen')
  })

  test('is opened by the password and another PIN, or left by signing out', async ({
    cloud,
    open,
  }) => {
    const desk = await open()
    const { page, front } = desk
    const lock = lockOf(desk)
    await front.signIn(cloud.credentials)
    await lock.lock()
    await lock.choosePin('Save and lock')
    await front.button('Forgot your PIN?').click()
    await page.getByLabel('Password').fill(cloud.credentials.password)
    await front.button('Unlock').click()
    await lock.choosePin('Save', 'New PIN')
    await expect(page.getByRole('dialog')).toBeHidden()
    await front.field('Email').focus()
    await lock.screenLocks()
    await expect(lock.title).toBeVisible()
    await lock.unlock()
    await expect(front.field('Email')).toBeFocused()
    await lock.screenLocks()
    await front.button('Sign out').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
    await expect(front.button('Sign in')).toBeVisible()
  })
})
