import type { Page } from 'playwright'
import { type CardVector, cardVectors } from '../../electron/reader/commands/card-vectors.ts'
import { startPcscd, virtualReaders } from '../support/pcscd.ts'
import { presentCard } from '../support/virtual-card.mjs'
import { type Desk, expect, test } from './story.ts'

type Shown = { readonly kind: string; readonly warns: RegExp | null; readonly refused?: true }

const fine = (kind: string): Shown => ({ kind, warns: null })
const clonable = (kind: string): Shown => ({ kind, warns: /easily copied/ })
const random = (kind: string): Shown => ({ kind, warns: /^Random number/, refused: true })

/** What each card of the vectors is to a person, by its name there. */
const expected: Readonly<Record<string, Shown>> = {
  'MIFARE Classic 1K, 4 bytes': clonable('MIFARE Classic 1K'),
  'MIFARE Classic 1K, 7 bytes': clonable('MIFARE Classic 1K'),
  'MIFARE Classic 4K': clonable('MIFARE Classic 4K'),
  'NTAG or Ultralight': clonable('NTAG or MIFARE Ultralight'),
  'type A part 3, no name': fine('ISO 14443 A card'),
  'type A part 3, SAK in ATR': clonable('MIFARE Classic 1K'),
  'FeliCa 212k on an ACR122U': fine('FeliCa'),
  'FeliCa by part 3': fine('FeliCa'),
  'ICODE SLI, E0 first': fine('ICODE'),
  'ICODE SLI, E0 last': fine('ICODE'),
  'FeliCa that ends in E0': fine('FeliCa'),
  'DESFire, 7 bytes': fine('MIFARE DESFire'),
  'DESFire, random': random('MIFARE DESFire'),
  'DESFire, random at the next tap': random('MIFARE DESFire'),
  'Android HCE': random('Phone or watch'),
  'Android, fixed fake UID': { kind: 'Phone or watch', warns: /same/ },
  'Apple Pay': random('Phone or watch'),
  'Visa payWave': { kind: 'Bank card', warns: /bank/i },
  'German eID': random('Identity card or passport'),
  'MasterCard that says KONA': { kind: 'Bank card', warns: /bank/i },
  'ISO 14443 triple size': fine('ISO 14443 A card'),
}

/** A virtual card always gives an ATR; the rest is laid on the two readers in turn. */
const laid = cardVectors
  .filter(({ atr }) => atr !== '')
  .map((vector, index) => ({ vector, slot: index % 2 === 0 ? (0 as const) : (1 as const) }))

const shownOf = ({ card }: CardVector): Shown => {
  const shown = expected[card]
  if (shown === undefined) throw new Error(`say what ${card} is to a person`)
  return shown
}

const present = ({ atr, answer }: CardVector, slot: 0 | 1) =>
  presentCard({ atr, slot, answer: (apdu) => (apdu.startsWith('FFCA0000') ? answer : '6D00') })

async function enter(desk: Desk) {
  await desk.front.tryDemo()
  await expect(desk.front.reader).toContainText('Ready')
}

test('every card known by its ATR is told for what it is, on either of two readers', async ({
  open,
}) => {
  test.slow()
  const pcscd = await startPcscd({ fastPoll: true })
  const desk = await open()
  const { page } = desk
  await enter(desk)

  await test.step('where readers are tested: UID, kind and warnings', async () => {
    await page.getByRole('link', { name: 'Readers' }).click()
    const readers = virtualReaders.map((name) => page.getByRole('region', { name, exact: true }))
    for (const reader of readers) await reader.getByRole('button', { name: 'Test reader' }).click()
    for (const { vector, slot } of laid) {
      const { kind, warns } = shownOf(vector)
      const reader = page.getByRole('region', { name: virtualReaders[slot], exact: true })
      const card = await present(vector, slot)
      await expect(reader.locator('.reader-uid'), vector.card).toHaveText(vector.uid)
      await expect(reader, vector.card).toContainText(`Kind${kind}`)
      const warnings = reader.getByRole('list', { name: 'Warnings' })
      if (warns === null) await expect(warnings, vector.card).toBeHidden()
      else await expect(warnings.getByRole('listitem').first(), vector.card).toContainText(warns)
      await card.remove()
    }
  })

  await test.step('at the form: in Card ID, and there refused where the account hands out no such card', async () => {
    await page.getByRole('link', { name: 'User invitations' }).click()
    for (const { vector, slot } of laid) await tapAtForm(page, desk, vector, slot)
  })
  await pcscd.stop()
})

async function tapAtForm(page: Page, { front }: Desk, vector: CardVector, slot: 0 | 1) {
  await front.cardId.fill('')
  const answer = page.locator('.tap-answer')
  const card = await present(vector, slot)
  await expect(answer, vector.card).toContainText(vector.uid)
  await expect(front.cardId).toHaveValue(vector.uid)
  if (shownOf(vector).refused) {
    await expect(answer).toContainText('Use another card')
    await expect(front.cardId).toHaveAttribute('aria-invalid', 'true')
    await expect(front.cardId).toHaveAccessibleDescription(/Random number/)
  } else {
    await expect(answer).toContainText('Card read')
    await expect(front.cardId).not.toHaveAttribute('aria-invalid', 'true')
  }
  await card.remove()
}

test('two cards at the same moment on two readers are told apart', async ({ open }) => {
  const pcscd = await startPcscd({ fastPoll: true })
  const desk = await open()
  await enter(desk)
  await desk.page.getByRole('link', { name: 'Readers' }).click()
  const [left, right] = virtualReaders.map((name) =>
    desk.page.getByRole('region', { name, exact: true }),
  )
  if (left === undefined || right === undefined) throw new Error('there are two readers')
  for (let round = 0; round + 1 < laid.length; round += 2) {
    const [one, other] = [laid[round]?.vector, laid[round + 1]?.vector]
    if (one === undefined || other === undefined) throw new Error('there are two cards')
    const cards = await Promise.all([present(one, 0), present(other, 1)])
    await expect(left).toContainText(`Last card${one.uid}`)
    await expect(right).toContainText(`Last card${other.uid}`)
    await Promise.all(cards.map((card) => card.remove()))
  }
  const rounds = Math.floor(laid.length / 2)
  for (const reader of [left, right]) {
    await expect(reader).toContainText(`Taps${rounds}`)
    await expect(reader).toContainText('Unreadable0')
  }
  await pcscd.stop()
})
