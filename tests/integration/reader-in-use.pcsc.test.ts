import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startPcscd, virtualReaders, type Pcscd } from '../support/pcscd.ts'
import { presentCard, type VirtualCard } from '../support/virtual-card.mjs'
import { startReader, type ReaderUnderTest } from './reader-under-test.ts'

const [first] = virtualReaders
const uid = '04A3B1C2D3E480'
const rivalScript = path.join(import.meta.dirname, 'reader-rival.mjs')

let pcscd: Pcscd
let card: VirtualCard
let rival: ChildProcess
let reader: ReaderUnderTest

beforeEach(async () => {
  pcscd = await startPcscd({ fastPoll: true })
  card = await presentCard({ uid })
  rival = fork(rivalScript, [first], { execArgv: [] })
  await once(rival, 'message')
  reader = await startReader()
})

afterEach(async () => {
  await reader.supervisor.stop()
  rival.kill()
  await card.remove()
  await pcscd.stop()
})

describe('a card that another program has', () => {
  it('is said to be in use, and is read when the other program lets go', async () => {
    await reader.untilService('ready')
    const ready = performance.now()
    await reader.until(() => {
      const slot = reader.slot(first)
      return slot?.kind === 'unreadable' && slot.reason === 'in-use'
    })
    // At once, while the binding goes on trying.
    expect(performance.now() - ready).toBeLessThan(1000)
    expect(reader.taps).toEqual([])
    rival.send('let go')
    await reader.until(() => reader.taps.length === 1)
    expect(reader.taps[0]?.uid).toBe(uid)
  })
})
