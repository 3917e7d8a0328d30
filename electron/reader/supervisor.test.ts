import { describe, expect, it } from 'vitest'
import type { ReaderStatus, Tap } from '../../core/reader.ts'
import { createVirtualClock } from '../../tests/support/virtual-clock.ts'
import type { FromReader, ToReader } from './messages.ts'
import { createSimulatedReader, simulatedReaderName } from './simulated-reader.ts'
import { createReaderSupervisor } from './supervisor.ts'

const ready: ReaderStatus = {
  service: 'ready',
  reason: null,
  readers: [{ name: 'desk', simulated: false, slot: { kind: 'empty' } }],
}
const tap: Tap = { uid: '8B0D4F49', atr: '', reader: 'desk', simulated: false, ndefText: null }

const nothing = () => {}

/** A reader process that says what the test says. */
function createChild(obeysKill = true) {
  let receive: (message: unknown) => void = nothing
  let ended: () => void = nothing
  const child = {
    kills: 0,
    heard: [] as Extract<ToReader, { type: 'ask' }>[],
    readsText: false,
    wire: {
      post: (message: ToReader) => {
        if (message.type === 'ask') child.heard.push(message)
        else child.readsText = message.on
      },
    },
    say: (message: FromReader | { type: string }) => receive(message),
    die: () => ended(),
    onMessage: (listener: (message: unknown) => void) => void (receive = listener),
    onExit: (listener: () => void) => void (ended = listener),
    kill: () => {
      child.kills += 1
      if (obeysKill) ended()
    },
  }
  return child
}

async function supervise({ obeysKill = true } = {}) {
  const clock = createVirtualClock()
  const children: ReturnType<typeof createChild>[] = []
  const taps: Tap[] = []
  const services: string[] = []
  const supervisor = createReaderSupervisor({
    spawn: () => {
      const child = createChild(obeysKill)
      children.push(child)
      return child
    },
    simulated: createSimulatedReader({ after: clock.after }),
    wedge: null,
    now: clock.now,
    after: clock.after,
    onStatus: ({ service }) => void services.push(service),
    onTap: (each) => void taps.push(each),
  })
  await supervisor.start()
  const child = () => {
    const found = children.at(-1)
    if (!found) throw new Error('no process was started')
    return found
  }
  return { clock, children, child, taps, services, supervisor }
}

describe('the reader supervisor', () => {
  it('passes taps on and holds the status that was told last', async () => {
    const { child, taps, supervisor } = await supervise()
    expect(supervisor.status().service).toBe('starting')
    child().say({ type: 'status', status: ready })
    child().say({ type: 'tap', tap })
    expect(supervisor.status()).toEqual(ready)
    expect(taps).toEqual([tap])
  })

  it('tells a status once, however often it comes', async () => {
    const { child, services } = await supervise()
    child().say({ type: 'status', status: ready })
    child().say({ type: 'status', status: ready })
    expect(services).toEqual(['ready'])
  })

  it('starts a dead process again and says so meanwhile', async () => {
    const { child, children, clock, services, supervisor } = await supervise()
    child().say({ type: 'status', status: ready })
    child().die()
    expect(supervisor.status()).toEqual({ service: 'restarting', reason: null, readers: [] })
    clock.move(50)
    expect(children).toHaveLength(2)
    child().say({ type: 'status', status: ready })
    expect(services).toEqual(['ready', 'restarting', 'ready'])
  })

  it('waits longer each time a process dies young, and not for one that lived', async () => {
    const { child, children, clock } = await supervise()
    child().die()
    clock.move(50)
    child().die()
    clock.move(99)
    expect(children).toHaveLength(2)
    clock.move(1)
    expect(children).toHaveLength(3)
    clock.move(2001)
    child().die()
    clock.move(50)
    expect(children).toHaveLength(4)
  })

  it('ends a process that was silent for 1.5 seconds', async () => {
    const { child, clock } = await supervise()
    const first = child()
    first.say({ type: 'alive' })
    clock.move(1499)
    first.say({ type: 'alive' })
    clock.move(1499)
    expect(first.kills).toBe(0)
    clock.move(1)
    expect(first.kills).toBe(1)
  })

  it('does not take its own stall for the silence of the other', async () => {
    const { child, clock } = await supervise()
    child().say({ type: 'alive' })
    clock.stall(60_000)
    clock.move(0)
    expect(child().kills).toBe(0)
    clock.move(1500)
    expect(child().kills).toBe(1)
  })

  it('ends a process whose messages are not those of the contract', async () => {
    const { child, taps } = await supervise()
    const first = child()
    first.say({ type: 'gossip' })
    expect(first.kills).toBe(1)
    expect(taps).toEqual([])
  })

  it('says that there is no service when no process ever gets to say a word', async () => {
    const { child, clock, supervisor } = await supervise()
    for (let round = 0; round < 3; round += 1) {
      child().die()
      clock.move(5000)
    }
    expect(supervisor.status()).toMatchObject({ service: 'no-service', reason: 'unknown' })
  })

  it('stops for good, whatever still arrives', async () => {
    const { child, children, clock, services, supervisor } = await supervise()
    const last = child()
    await supervisor.stop()
    last.say({ type: 'status', status: ready })
    clock.move(60_000)
    expect(last.kills).toBe(1)
    expect(children).toHaveLength(1)
    expect(services).toEqual([])
  })

  it('does not wait longer than half a second for a process that does not end', async () => {
    const { clock, supervisor } = await supervise({ obeysKill: false })
    const stopped = supervisor.stop()
    clock.move(500)
    await expect(stopped).resolves.toBeUndefined()
  })

  it('shows the simulated reader beside the real ones, from its first card on', async () => {
    const { child, clock, taps, supervisor } = await supervise()
    child().say({ type: 'status', status: ready })
    supervisor.simulate({ uid: '04A3B1C2D3E480', holdMs: 800 })
    await expect.poll(() => taps.length).toBe(1)
    expect(taps[0]).toMatchObject({ uid: '04A3B1C2D3E480', simulated: true })
    expect(supervisor.status().readers).toContainEqual({
      name: simulatedReaderName,
      simulated: true,
      slot: {
        kind: 'card',
        uid: '04A3B1C2D3E480',
        atr: '3B8F8001804F0CA0000003060300030000000068',
      },
    })
    clock.move(800)
    expect(supervisor.status().readers.map(({ slot }) => slot.kind)).toEqual(['empty', 'empty'])
  })

  it('keeps the simulated reader while the real ones are being restarted', async () => {
    const { child, supervisor } = await supervise()
    supervisor.simulate({ uid: '8B0D4F49' })
    child().die()
    expect(supervisor.status().readers.map(({ name }) => name)).toEqual([simulatedReaderName])
  })

  it('gives no UID for a simulated card that has none', async () => {
    const { taps, supervisor } = await supervise()
    supervisor.simulate({ uid: '0401' })
    const slotKind = () => supervisor.status().readers[0]?.slot.kind
    await expect.poll(slotKind).toBe('unreadable')
    expect(taps).toEqual([])
  })

  it('asks the process for a signal and gives back what it answers', async () => {
    const { child, supervisor } = await supervise()
    const given = supervisor.signal('desk', 'done')
    const refused = supervisor.signal('desk', 'refused')
    const [first, second] = child().heard
    expect(first).toMatchObject({ reader: 'desk', question: { kind: 'signal', signal: 'done' } })
    child().say({
      type: 'answer',
      id: second?.id ?? 0,
      answer: { kind: 'signal', refusal: 'not-allowed' },
    })
    child().say({ type: 'answer', id: first?.id ?? 0, answer: { kind: 'signal', refusal: null } })
    await expect(given).resolves.toBeNull()
    await expect(refused).resolves.toBe('not-allowed')
  })

  it('says that there is no reader to signal when its process ends before it answers', async () => {
    const { child, supervisor } = await supervise()
    const lost = supervisor.signal('desk', 'done')
    child().die()
    await expect(lost).resolves.toBe('no-reader')
    await expect(supervisor.signal('desk', 'done')).resolves.toBe('no-reader')
  })

  it('tells each process anew whether to read the text on cards', async () => {
    const { child, children, clock, supervisor } = await supervise()
    expect(child().readsText).toBe(false)
    supervisor.readText(true)
    expect(child().readsText).toBe(true)
    child().die()
    clock.move(50)
    expect(children).toHaveLength(2)
    expect(child().readsText).toBe(true)
    supervisor.readText(false)
    expect(child().readsText).toBe(false)
  })

  it('knows that the simulated reader has neither lamp nor buzzer', async () => {
    const { child, supervisor } = await supervise()
    await expect(supervisor.signal(simulatedReaderName, 'done')).resolves.toBe('not-allowed')
    expect(child().heard).toEqual([])
  })
})
