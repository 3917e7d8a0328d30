import Papa from 'papaparse'
import { startPcscd } from '../support/pcscd.ts'
import { type PresentOptions, presentCard } from '../support/virtual-card.mjs'
import { countKeys, killAtTap, pressedKeys } from './pressed-keys.ts'
import { scanDesk } from './scan-desk.ts'
import { type Desk, expect, test } from './story.ts'

/** A MIFARE Classic 1K, whose numbers have four bytes. */
const classic = '3B8F8001804F0CA000000306030001000000006A'

/** Of seven bytes, whose decimals are longer than a spreadsheet counts, and of four in turn. */
const cards = Array.from({ length: 50 }, (_, n): { uid: string; atr?: string } => {
  const two = String(n + 1).padStart(2, '0')
  return n % 2 === 0 ? { uid: `0450${two}1B2C3D80` } : { uid: `1C50${two}BF`, atr: classic }
})
const killApp = 26
const killService = 38
/** Not the last on its reader: within a second that would be the same tap, however quick the machine is. */
const given = [7, 31, 44] as const

test.describe('fifty cards', () => {
  test('get their labels without a key press, whatever dies, and three go to people', async ({
    cloud,
    open,
    profile,
  }) => {
    test.setTimeout(180_000)
    let pcscd = await startPcscd({ fastPoll: true })
    let desk = await open()
    await desk.front.signIn(cloud.credentials)
    await expect(desk.front.reader).toContainText('Ready')
    for (const firstName of ['Eero', 'Kaisa']) {
      await desk.front.fill({ role: 'User', firstName })
      await desk.front.send.click()
      await expect(desk.page.getByText(`In the cloud: ${firstName}`)).toBeVisible()
    }
    await cloud.stop()
    await scanDesk(desk.page).open()
    await scanDesk(desk.page).start('', labelOf(1))
    await countKeys(desk.page)

    await label(desk, 1, killApp - 1)
    await again(desk, 3)
    await again(desk, killApp - 1)
    expect(await pressedKeys(desk.page)).toBe(0)
    desk = await killAtTap(desk, await lay(killApp), open)
    // The card whose answer nobody saw is labelled, or it was never there.
    const resumed = await nextNumber(desk)
    expect([killApp, killApp + 1]).toContain(resumed)
    await counts(desk, resumed - 1)
    await again(desk, killApp - 1)
    await counts(desk, resumed - 1)
    await label(desk, resumed, killService - 1)
    await pcscd.stop('SIGKILL')
    pcscd = await startPcscd({ fastPoll: true })
    await label(desk, killService, cards.length)
    await again(desk, 1)
    await counts(desk, cards.length)

    const csv = await scanDesk(desk.page).saveCsv(desk.app, profile)
    await scanDesk(desk.page).button('Finish scan').click()
    await expect(desk.page.getByRole('heading', { name: '50 cards' })).toBeVisible()
    expect(await pressedKeys(desk.page)).toBe(0)
    expect(tableIn(csv)).toEqual(
      cards.map(({ uid }, n) => ({
        Label: labelOf(n + 1),
        'Card ID': uid,
        Hexadecimal: uid,
        Decimal: BigInt(`0x${uid}`).toString(),
        'Decimal, reversed bytes': BigInt(`0x${reversed(uid)}`).toString(),
        Person: '',
      })),
    )

    await giveToNew(desk, 'Aino', given[0])
    await giveByEdit(desk, 'Eero', given[1])
    await giveAmongCards(desk, 'Kaisa', given[2])
    await pcscd.stop()

    await cloud.start()
    await desk.front.signInAgain(cloud.demo.password)
    const inCloud = () => cloud.evidence.givenOf(cards.map(({ uid }) => uid))
    await expect.poll(inCloud, { timeout: 30_000 }).toEqual(
      ['Aino', 'Eero', 'Kaisa'].map((firstName, n) => {
        const number = given[n] ?? 0
        return { firstName, cardId: cardOf(number).uid, surfaceId: labelOf(number) }
      }),
    )
  })
})

async function label(desk: Desk, from: number, to: number) {
  const scan = scanDesk(desk.page)
  for (let number = from; number <= to; number += 1) {
    const card = await lay(number)
    await scan.shows(labelOf(number))
    await expect(scan.label).toContainText('Write this on the card')
    await card.remove()
  }
}

/** It has its label, and no number is used. */
async function again(desk: Desk, number: number) {
  const scan = scanDesk(desk.page)
  const next = await nextNumber(desk)
  const card = await lay(number)
  await expect(scan.label).toContainText('has this label already. No number was used.')
  await scan.shows(labelOf(number))
  expect(await nextNumber(desk)).toBe(next)
  await card.remove()
}

async function giveToNew({ page, front }: Desk, firstName: string, number: number) {
  await front.goTo('User invitations')
  await front.fill({ role: 'User', firstName })
  const card = await lay(number)
  await expect(front.cardId).toHaveValue(cardOf(number).uid)
  await expect(front.field('Surface ID')).toHaveValue(labelOf(number))
  await card.remove()
  await front.send.click()
  await expect(page.getByText(`Saved on this computer: ${firstName}`)).toBeVisible()
}

async function giveByEdit({ page, front }: Desk, firstName: string, number: number) {
  await front.goTo('Users')
  await page.getByRole('button', { name: `Edit ${firstName}` }).click()
  const dialog = page.getByRole('dialog', { name: `Edit ${firstName}` })
  const card = await lay(number)
  await expect(dialog.getByRole('textbox', { name: 'Surface ID' })).toHaveValue(labelOf(number))
  await card.remove()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
}

async function giveAmongCards({ page }: Desk, firstName: string, number: number) {
  await page.getByRole('button', { name: `Cards of ${firstName}` }).click()
  const dialog = page.getByRole('dialog', { name: `Cards of ${firstName}` })
  const card = await lay(number)
  await expect(dialog.getByRole('textbox', { name: 'Surface ID' })).toHaveValue(labelOf(number))
  await card.remove()
  await dialog.getByRole('button', { name: 'Give card' }).click()
  const { uid } = cardOf(number)
  await expect(dialog.getByRole('listitem', { name: `${uid}, In use` })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

function lay(number: number) {
  const options: PresentOptions = { ...cardOf(number), slot: number % 2 === 0 ? 0 : 1 }
  return presentCard(options)
}

function cardOf(number: number) {
  const card = cards[number - 1]
  if (card === undefined) throw new Error(`there is no card ${number}`)
  return card
}

function labelOf(number: number): string {
  return String(number).padStart(4, '0')
}

function reversed(uid: string): string {
  return (uid.match(/../g) ?? []).toReversed().join('')
}

async function nextNumber({ page }: Desk): Promise<number> {
  const text = await scanDesk(page)
    .label.getByText(/^Next: /)
    .innerText()
  return Number(/\d+/.exec(text)?.[0])
}

function counts({ page }: Desk, count: number) {
  return expect(scanDesk(page).label.getByText(`${count} cards`)).toBeVisible()
}

/** As a program reads it that is none of ours; reader and time are told apart. */
function tableIn(csv: string) {
  const { data, errors } = Papa.parse<Record<string, string>>(csv, {
    header: true,
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  return data.map(({ Reader, Scanned, ...row }) => {
    expect(Reader).toContain('Virtual PCD')
    expect(Date.parse(Scanned ?? '')).not.toBeNaN()
    return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell.trim()]))
  })
}
