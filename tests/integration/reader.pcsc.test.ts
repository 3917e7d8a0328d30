import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardVectors } from '../../electron/reader/commands/card-vectors.ts'
import { startPcscd, virtualReaders, type Pcscd } from '../support/pcscd.ts'
import {
  answerNtag,
  answerUid,
  hang,
  inTurn,
  leave,
  presentCard,
  textOnTag,
  type Answer,
  type PresentOptions,
  type VirtualCard,
} from '../support/virtual-card.mjs'
import { startReader, type ReaderUnderTest } from './reader-under-test.ts'

const [first, second] = virtualReaders
const uid = '04A3B1C2D3E480'

let pcscd: Pcscd
let reader: ReaderUnderTest
const cards: VirtualCard[] = []

async function lay(options: PresentOptions) {
  const card = await presentCard(options)
  cards.push(card)
  return card
}

beforeEach(async () => {
  pcscd = await startPcscd({ fastPoll: true })
  reader = await startReader()
  await reader.untilService('ready')
})

afterEach(async () => {
  await Promise.all(cards.splice(0).map((card) => card.remove()))
  await reader.supervisor.stop()
  await pcscd.stop()
})

/** Answers like a card on an ACR122U, which takes signals for itself. */
const lampAndBuzzer =
  (of: string): Answer =>
  (apdu, card) =>
    apdu.startsWith('FF0040') ? '9003' : answerUid(of)(apdu, card)

const reasonOn = (name: string) => {
  const slot = reader.slot(name)
  return slot?.kind === 'unreadable' ? slot.reason : undefined
}

describe('a card on a PC/SC reader', () => {
  it('is one tap with its whole UID, its ATR and its reader', async () => {
    const atr = '3B8180018080'
    await lay({ uid, atr, slot: 1 })
    await reader.until(() => reader.taps.length > 0)
    expect(reader.taps).toEqual([{ uid, atr, reader: second, simulated: false, ndefText: null }])
    await reader.until(() => reader.slot(second)?.kind === 'card')
    expect(reader.slot(first)).toEqual({ kind: 'empty' })
  })

  it('leaves an empty reader behind and is a new tap when another follows', async () => {
    const card = await lay({ uid })
    await reader.until(() => reader.slot(first)?.kind === 'card')
    await card.remove()
    await reader.until(() => reader.slot(first)?.kind === 'empty')
    await lay({ uid: '8B0D4F49' })
    await reader.until(() => reader.taps.length === 2)
    expect(reader.taps.map((tap) => tap.uid)).toEqual([uid, '8B0D4F49'])
  })

  it('gives the UID that every kind of card stands for', async () => {
    for (const { atr, answer, uid: expected } of cardVectors.filter((vector) => vector.atr)) {
      const before = reader.taps.length
      const card = await lay({ atr, answer: () => answer })
      await reader.until(() => reader.taps.length > before)
      expect(reader.taps.at(-1)).toMatchObject({ uid: expected, atr })
      await card.remove()
      await reader.until(() => reader.slot(first)?.kind === 'empty')
    }
  })

  it('is read on two readers at once', async () => {
    await Promise.all([lay({ uid, slot: 0 }), lay({ uid: '8B0D4F49', slot: 1 })])
    await reader.until(() => reader.taps.length === 2)
    expect(reader.taps).toContainEqual(expect.objectContaining({ uid, reader: first }))
    expect(reader.taps).toContainEqual(expect.objectContaining({ uid: '8B0D4F49', reader: second }))
  })

  it('is a tap of its own when it took the place of another while the process was busy', async () => {
    const before = await lay({ uid })
    await reader.until(() => reader.taps.length === 1)
    reader.process()?.kill('SIGSTOP')
    await before.remove()
    let powered: () => void = () => {}
    const noticed = new Promise<void>((resolve) => (powered = resolve))
    await lay({ uid: '8B0D4F49', onPowerOn: () => powered() })
    await noticed
    reader.process()?.kill('SIGCONT')
    await reader.until(() => reader.taps.length === 2)
    expect(reader.taps.map((tap) => tap.uid)).toEqual([uid, '8B0D4F49'])
    expect(reader.slot(first)).not.toMatchObject({ kind: 'card', uid })
  })

  it('does not carry out a signal that its reader knows nothing of, and that is no error', async () => {
    await expect(reader.supervisor.signal(first, 'done')).resolves.toBe('no-card')
    await lay({ uid })
    await reader.until(() => reader.slot(first)?.kind === 'card')
    await expect(reader.supervisor.signal(first, 'done')).resolves.toBe('not-allowed')
    await expect(reader.supervisor.signal('unplugged', 'done')).resolves.toBe('no-reader')
    await lay({ uid: '8B0D4F49', slot: 1, answer: lampAndBuzzer('8B0D4F49') })
    await reader.until(() => reader.slot(second)?.kind === 'card')
    await expect(reader.supervisor.signal(second, 'refused')).resolves.toBeNull()
  })

  it('is asked again with the length that the reader wants', async () => {
    await lay({ answer: inTurn('6C07', `${uid}9000`) })
    await reader.until(() => reader.taps.length > 0)
    expect(reader.taps[0]?.uid).toBe(uid)
  })

  it('is read once it answers the reset at the edge of the field', async () => {
    let tries = 0
    await lay({ uid, atr: '3B8180018080', mute: () => (tries += 1) < 3 })
    await reader.until(() => reader.taps.length > 0)
    expect(reader.taps[0]).toMatchObject({ uid, atr: '3B8180018080' })
  })
})

describe('the text on a card', () => {
  const text = 'Locker 17, north wing – key no. 4711'

  async function textOf(options: PresentOptions) {
    const before = reader.taps.length
    const card = await lay(options)
    await reader.until(() => reader.taps.length > before)
    await card.remove()
    await reader.until(() => reader.slot(first)?.kind === 'empty')
    return reader.taps.at(-1)
  }

  it('comes with the tap once it is wanted, read page by page', async () => {
    const ntag = (of: string) => ({ answer: answerNtag(of, textOnTag(text)) })
    expect(await textOf(ntag(uid))).toMatchObject({ uid, ndefText: null })
    reader.supervisor.readText(true)
    expect(await textOf(ntag('04A3B1C2D3E481'))).toMatchObject({ ndefText: text })
    reader.supervisor.readText(false)
    expect(await textOf(ntag('04A3B1C2D3E482'))).toMatchObject({ ndefText: null })
  })

  it.each<[string, Answer]>([
    ['holds no message', answerNtag(uid, 'FE')],
    ['knows no READ BINARY', answerUid(uid)],
    [
      'leaves in the middle of it',
      (apdu, card) => (apdu.startsWith('FFB0') ? leave(apdu, card) : answerUid(uid)(apdu, card)),
    ],
    ['falls silent', (apdu, card) => (apdu.startsWith('FFB0') ? null : answerUid(uid)(apdu, card))],
  ])('is missing from the tap of a card that %s, and the tap is not', async (_what, answer) => {
    reader.supervisor.readText(true)
    expect(await textOf({ answer })).toMatchObject({ uid, ndefText: null })
  })
})

describe('a card that cannot be read', () => {
  it.each([
    ['has no UID for the reader', '6A81', 'no-uid'],
    ['answers success without data', '9000', 'bad-answer'],
    ['answers half a UID', '04A39000', 'bad-answer'],
    ['answers junk', '5A'.repeat(40), 'bad-answer'],
    ['is out of reach three times', '6300', 'moved'],
  ])('and %s is a state in words, never a tap', async (_what, answer, reason) => {
    await lay({ answer: () => answer })
    await reader.until(() => reasonOn(first) === reason)
    expect(reader.taps).toEqual([])
  })

  it('because it leaves in the middle of its answer is never half a UID', async () => {
    for (let round = 0; round < 20; round += 1) {
      const card = await lay({ answer: leave })
      await card.left
      await reader.until(() => reader.slot(first)?.kind === 'empty')
    }
    expect(reader.taps).toEqual([])
  })

  it('because it stays mute says so while it lies there', async () => {
    const card = await lay({ uid, mute: () => true })
    await reader.until(() => reasonOn(first) === 'mute')
    await card.remove()
    await reader.until(() => reader.slot(first)?.kind === 'empty')
    expect(reader.taps).toEqual([])
  })

  it('because it hangs says so, and the other reader goes on', async () => {
    const hung = await lay({ answer: hang })
    await hung.asked
    await lay({ uid, slot: 1 })
    await reader.until(() => reader.taps.length === 1)
    await reader.until(() => reasonOn(first) === 'timeout')
    expect(reader.slot(second)).toMatchObject({ kind: 'card', uid })
  })

  it('because it hung frees the reader by leaving', async () => {
    const hung = await lay({ answer: hang })
    await reader.until(() => reasonOn(first) === 'timeout')
    await hung.remove()
    await reader.until(() => reader.slot(first)?.kind === 'empty')
    await lay({ uid })
    await reader.until(() => reader.taps.length === 1)
    expect(reader.taps[0]?.uid).toBe(uid)
  })

  it('because it hangs does not keep the reader process from ending', async () => {
    const hung = await lay({ answer: hang })
    await hung.asked
    const child = reader.process()
    await reader.supervisor.stop()
    expect(child?.signalCode ?? child?.exitCode).toBe('SIGKILL')
  })
})
