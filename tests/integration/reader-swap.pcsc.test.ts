import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startPcscd, virtualReaders, type Pcscd } from '../support/pcscd.ts'
import { answerUid, leave, presentCard, type VirtualCard } from '../support/virtual-card.mjs'
import { startReader, type ReaderUnderTest } from './reader-under-test.ts'

const [first] = virtualReaders
const before = '04A3B1C2D3E480'
const after = '8B0D4F49'

let pcscd: Pcscd
let reader: ReaderUnderTest
const cards: VirtualCard[] = []

/** The stock driver looks every 400 ms: two cards within one look are one presence to it. */
beforeEach(async () => {
  pcscd = await startPcscd()
  reader = await startReader()
  await reader.untilService('ready')
})

afterEach(async () => {
  await Promise.all(cards.splice(0).map((card) => card.remove()))
  await reader.supervisor.stop()
  await pcscd.stop()
})

describe('a card that takes the place of another between two looks of the driver', () => {
  it('is read when the one before was torn away in the middle of its answer', async () => {
    for (let round = 0; round < 3; round += 1) {
      const torn = await presentCard({ answer: leave })
      await torn.left
      const uid = `04A3B1C2D3E48${round}`
      const card = await presentCard({ uid })
      await reader.until(() => reader.taps.at(-1)?.uid === uid)
      expect(reader.taps).toHaveLength(round + 1)
      await reader.until(() => reader.slot(first)?.kind === 'card')
      await card.remove()
      await reader.until(() => reader.slot(first)?.kind === 'empty')
    }
  }, 20_000)

  it('is read when the one before had been read', async () => {
    const one = await presentCard({ uid: before })
    await reader.until(() => reader.taps.length === 1)
    await one.remove()
    cards.push(await presentCard({ uid: after, atr: '3B8180018080', answer: answerUid(after) }))
    await reader.until(() => reader.taps.length === 2)
    expect(reader.taps[1]).toMatchObject({ uid: after, atr: '3B8180018080' })
    await reader.until(() => reader.slot(first)?.kind === 'card')
    expect(reader.slot(first)).toMatchObject({ kind: 'card', uid: after })
  })
})
