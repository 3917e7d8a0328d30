import { createOtherDesk } from './other-desk.ts'
import { scanDesk } from './scan-desk.ts'
import { expect, test } from './story.ts'
import { unknownDesk } from './unknown-desk.ts'

const [one, other, third] = ['04C43BC21C2680', '0475AC4A966081', '1C78F2BF'] as const
/** A MIFARE Classic 1K, whose numbers have four bytes; and an NTAG. */
const classic = '3B8F8001804F0CA000000306030001000000006A'
const ntag = '3B8F8001804F0CA0000003060300030000000068'

test.describe('cards that nobody has', () => {
  test('are kept without the cloud, given to people, and are theirs in the cloud', async ({
    cloud,
    lay,
    open,
  }) => {
    const { page, front } = await open()
    const unknown = unknownDesk(page)
    await front.signIn(cloud.credentials)
    for (const firstName of ['Ylva', 'Bo', 'Cai']) {
      await front.sendPerson({ role: 'User', firstName })
    }
    await expect(front.sync).toContainText('Up to date')
    await cloud.stop()

    await unknown.open()
    await expect(page.getByText('No unknown cards')).toBeVisible()
    for (const uid of [one, other, third, one]) {
      const card = await lay({ uid, atr: uid === third ? classic : ntag })
      await expect(unknown.row(uid)).toHaveAttribute('aria-current', 'true')
      await card.remove()
    }
    await unknown.has(one, other, third)
    await expect(unknown.table.getByRole('row').nth(1)).toContainText(one)
    await expect(unknown.row(one).getByRole('cell').nth(6)).toHaveText('2')
    await expect(unknown.row(one)).toContainText('NTAG or MIFARE Ultralight')

    await page.getByRole('button', { name: `${one}, Card details` }).click()
    await expect(page.getByRole('dialog', { name: 'Card details' })).toContainText(
      '1341660845581952',
    )
    await page.keyboard.press('Escape')

    const give = await unknown.give(one, 'Ylva')
    await give.getByRole('button', { name: 'Give card' }).click()
    await expect(give).toBeHidden()
    await expect(unknown.news).toContainText(`${one} given to Ylva. Saved on this computer.`)
    await unknown.has(other, third)
    await front.button('Undo').click()
    await expect(unknown.news).toContainText(`Back in the list: ${one}`)
    await unknown.has(one, other, third)
    const again = await unknown.give(one, 'Ylva')
    await again.getByRole('button', { name: 'Give card' }).click()
    await unknown.has(other, third)

    // Somebody who has a card gets this one in its place.
    const replacing = await unknown.give(other, 'Ylva')
    await expect(replacing).toContainText(
      `Ylva has the card ${one}: it will be replaced and blocked.`,
    )
    await replacing.getByRole('button', { name: 'Replace card' }).click()
    await unknown.has(third)

    await page.getByRole('button', { name: `Give to a person: ${third}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'New user with this card' }).click()
    await expect(front.cardId).toHaveValue(third)
    await front.sendPerson({ role: 'User', firstName: 'Dag' })
    await unknown.open()
    await expect(page.getByText('No unknown cards')).toBeVisible()

    await cloud.start()
    await front.syncNow()
    await expect(front.sync).toContainText('Up to date', { timeout: 30_000 })
    expect(cloud.evidence.people('Ylva')).toMatchObject([{ cardId: other }])
    expect(cloud.evidence.otherCardsOf('Ylva')).toMatchObject([{ cardId: one, status: 'blocked' }])
    expect(cloud.evidence.people('Dag')).toMatchObject([{ cardId: third }])
    expect(cloud.evidence.people('Bo')).toMatchObject([{ cardId: null }])
  })

  test('leave the list when another desk gives them away, and are removed and brought back', async ({
    cloud,
    lay,
    open,
  }) => {
    const { page, front } = await open()
    const unknown = unknownDesk(page)
    await front.signIn(cloud.credentials)
    await front.goTo('Users')
    for (const uid of [one, other]) {
      const card = await lay({ uid })
      await expect(page.getByText(`Nobody has the card ${uid}.`)).toBeVisible()
      await card.remove()
    }
    await unknown.open()
    await unknown.has(one, other)
    const elsewhere = await createOtherDesk(cloud)
    await elsewhere.create({ firstName: 'Eva', cardId: one })
    await front.comesIn(() => expect(unknown.row(one)).toBeHidden({ timeout: 1_000 }))
    await unknown.has(other)

    await page.getByRole('button', { name: `Remove ${other}` }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText('No unknown cards')).toBeVisible()
    await front.button('Undo').focus()
    await page.keyboard.press('Enter')
    await unknown.has(other)
    await expect(page.getByRole('heading', { name: 'Unknown cards', level: 2 })).toBeFocused()
  })

  test('of a quick scan are chosen for whoever is created or edited', async ({
    cloud,
    lay,
    open,
  }) => {
    const { page, front } = await open()
    const unknown = unknownDesk(page)
    await front.signIn(cloud.credentials)
    const scan = scanDesk(page)
    await scan.open()
    await scan.start('A-', '0017')
    for (const [uid, label] of [
      [one, 'A-0017'],
      [other, 'A-0018'],
      [third, 'A-0019'],
    ] as const) {
      const card = await lay({ uid, atr: uid === third ? classic : ntag })
      await scan.shows(label)
      await card.remove()
    }
    await scan.button('Finish scan').click()
    await front.workOffline(true)

    await front.goTo('User invitations')
    await unknown.choose('0018')
    await expect(front.cardId).toHaveValue(other)
    await expect(front.field('Surface ID')).toHaveValue('A-0018')
    await front.sendPerson({ role: 'User', firstName: 'Ylva' })

    await front.cardId.focus()
    await page.keyboard.press('ArrowDown')
    await expect(unknown.chooser.getByRole('radio')).toHaveCount(2)
    await page.keyboard.press('Escape')
    await expect(front.cardId).toBeFocused()
    await front.sendPerson({ role: 'User', firstName: 'Bo' })

    await front.goTo('Users')
    await page.getByRole('button', { name: 'Edit Bo' }).click()
    const dialog = page.getByRole('dialog', { name: 'Edit Bo' })
    await unknown.choose('0019')
    await expect(dialog.getByRole('textbox', { name: 'Card ID' })).toHaveValue(third)
    await expect(dialog.getByRole('textbox', { name: 'Surface ID' })).toHaveValue('A-0019')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    await unknown.open()
    await unknown.has('A-0017')

    // Taken back before it was sent, it is there to be chosen again.
    await front.goTo('Users')
    await page.getByRole('button', { name: 'Cards of Bo' }).click()
    const cards = page.getByRole('dialog', { name: 'Cards of Bo' })
    await cards.getByRole('button', { name: 'Replace card' }).click()
    await unknown.choose('0017')
    await expect(cards.getByRole('textbox', { name: 'Surface ID' })).toHaveValue('A-0017')
    await cards.getByRole('button', { name: 'Replace card' }).click()
    await cards.getByRole('button', { name: 'Undo' }).click()
    await expect(cards.getByText('Taken back')).toBeVisible()
    await page.keyboard.press('Escape')
    await unknown.open()
    await unknown.has('A-0017')

    await front.workOffline(false)
    await expect(front.sync).toContainText('Up to date', { timeout: 30_000 })
    expect(cloud.evidence.people('Ylva')).toMatchObject([{ cardId: other }])
    expect(cloud.evidence.people('Bo')).toMatchObject([{ cardId: third }])
  })
})
