import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { startPcscd, virtualReaders, type Pcscd } from '../support/pcscd.ts'
import { hang, presentCard } from '../support/virtual-card.mjs'
import { startReader, type ReaderUnderTest } from './reader-under-test.ts'

const [first] = virtualReaders
const uidOf = (round: number) => `0411223344550${round}`

let pcscd: Pcscd | null = null
let reader: ReaderUnderTest

afterEach(async () => {
  await reader.supervisor.stop()
  await pcscd?.stop()
  pcscd = null
})

async function tapNow(uid: string) {
  const before = reader.taps.length
  const card = await presentCard({ uid })
  await reader.until(() => reader.taps.length > before)
  expect(reader.taps.at(-1)?.uid).toBe(uid)
  await card.remove()
}

describe('the reader comes back', () => {
  it('when pcscd was absent at start and is started later', async () => {
    reader = await startReader()
    await reader.untilService('no-service')
    expect(reader.supervisor.status()).toMatchObject({ reason: 'not-running', readers: [] })
    pcscd = await startPcscd()
    await reader.untilService('ready')
    await tapNow(uidOf(1))
  })

  it('when the service refused it, as polkit does, and then does no longer', async () => {
    const refusing = createServer((client) => client.destroy())
    await once(refusing.listen('/run/pcscd/pcscd.comm'), 'listening')
    reader = await startReader()
    // Closing before the question or after it are told apart by luck, in pcscd as here: the next try knows.
    const denied = reader
    await denied.until(() => denied.supervisor.status().reason === 'access-denied')
    expect(denied.supervisor.status()).toMatchObject({ service: 'no-service', readers: [] })
    await new Promise((resolve) => refusing.close(resolve))
    pcscd = await startPcscd({ fastPoll: true })
    await reader.untilService('ready')
    await tapNow(uidOf(1))
  })

  it('each time pcscd is killed and started again', async () => {
    pcscd = await startPcscd({ fastPoll: true })
    reader = await startReader()
    await reader.untilService('ready')
    await tapNow(uidOf(0))
    for (let round = 1; round <= 3; round += 1) {
      await pcscd.stop('SIGKILL')
      await reader.untilService('no-service')
      pcscd = await startPcscd({ fastPoll: true })
      await reader.untilService('ready')
      await tapNow(uidOf(round))
    }
    expect(reader.taps).toHaveLength(4)
  })

  it('when pcscd is killed with a card on the reader, and reads that card again', async () => {
    pcscd = await startPcscd({ fastPoll: true })
    reader = await startReader()
    await presentCard({ uid: uidOf(1) })
    await reader.until(() => reader.slot(first)?.kind === 'card')
    await pcscd.stop('SIGKILL')
    await reader.until(() => reader.slot(first) === undefined)
    pcscd = await startPcscd({ fastPoll: true })
    await reader.untilService('ready')
    await tapNow(uidOf(2))
    expect(reader.taps.map(({ uid }) => uid)).toEqual([uidOf(1), uidOf(2)])
  })

  it('when its process is killed, and reads a card that lay there before it started', async () => {
    pcscd = await startPcscd({ fastPoll: true })
    reader = await startReader()
    await reader.untilService('ready')
    reader.process()?.kill('SIGKILL')
    await reader.untilService('restarting')
    const card = await presentCard({ uid: uidOf(1) })
    await reader.until(() => reader.taps.length === 1)
    expect(reader.taps[0]).toMatchObject({ uid: uidOf(1), reader: first })
    await card.remove()
  })

  it('when its process hangs', async () => {
    pcscd = await startPcscd({ fastPoll: true })
    reader = await startReader()
    await reader.untilService('ready')
    const hung = reader.process()
    hung?.kill('SIGSTOP')
    await reader.untilService('restarting')
    expect(hung?.signalCode).toBe('SIGKILL')
    await reader.untilService('ready')
    await tapNow(uidOf(1))
  })

  it('when its process hangs with a card on it, which nobody has tapped again by that', async () => {
    pcscd = await startPcscd({ fastPoll: true })
    reader = await startReader()
    const card = await presentCard({ uid: uidOf(1) })
    await reader.until(() => reader.slot(first)?.kind === 'card')
    reader.process()?.kill('SIGSTOP')
    await reader.untilService('restarting')
    await reader.until(() => reader.slot(first)?.kind === 'card')
    await card.remove()
    await tapNow(uidOf(2))
    expect(reader.taps.map(({ uid }) => uid)).toEqual([uidOf(1), uidOf(2)])
  })

  it('with a hung card on it when its process is killed', async () => {
    pcscd = await startPcscd({ fastPoll: true })
    reader = await startReader()
    const card = await presentCard({ answer: hang })
    await card.asked
    reader.process()?.kill('SIGKILL')
    await reader.untilService('restarting')
    await card.remove()
    await reader.untilService('ready')
    await tapNow(uidOf(1))
    expect(reader.taps).toHaveLength(1)
  })
})
