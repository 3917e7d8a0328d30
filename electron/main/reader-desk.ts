import { existsSync } from 'node:fs'
import type { Answering, Asking, Pushing } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { ok } from '../../contracts/result.ts'
import type { After } from '../reader/reader.ts'
import type { ReaderProcess } from '../reader/reader-process.ts'
import { createSimulatedReader, type SimulatedCard } from '../reader/simulated-reader.ts'
import { createReaderSupervisor } from '../reader/supervisor.ts'
import { surroundingsOf } from '../reader/surroundings.ts'
import { createWedgeReader } from '../reader/wedge-reader.ts'
import { createRecordTap } from '../usecases/record-tap.ts'
import { createTendedReaders } from '../usecases/tend-readers.ts'

export type ReaderDeskDeps = {
  readonly spawn: () => ReaderProcess
  readonly tell: Pushing<Ipc>['reader']
  readonly notes: Asking<Ipc>['readers']
  readonly wedges: Pick<Asking<Ipc>['wedges'], 'list'>
  /** Monotonic milliseconds. */
  readonly now: () => number
  readonly after: After
}

export type ReaderDesk = {
  readonly answering: Answering<Ipc>['reader']
  readonly readText: (on: boolean) => void
  readonly simulate: (card: SimulatedCard) => void
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Nothing tells when a kernel driver is loaded: looked at so often, in milliseconds. */
const LOOK_MS = 2000

/** The readers of this computer with what is remembered about them, and the taps that count. */
export function createReaderDesk(deps: ReaderDeskDeps): ReaderDesk {
  const { spawn, tell, notes, wedges, now, after } = deps
  const readers = createTendedReaders({
    tell,
    notes,
    surroundings: surroundingsOf(process.platform, existsSync),
    signal: (reader, signal) => supervisor.signal(reader, signal),
    wallTime: () => new Date().toISOString(),
  })
  const wedge = createWedgeReader({
    async profiles() {
      const listed = await wedges.list()
      return listed.ok ? listed.value : null
    },
  })
  const supervisor = createReaderSupervisor({
    spawn,
    simulated: createSimulatedReader({ after }),
    wedge,
    now,
    after,
    onStatus: readers.learn,
    onTap: createRecordTap({ tell, readers }),
  })
  let callOff = () => {}
  const look = () => {
    readers.look()
    callOff = after(LOOK_MS, look)
  }

  return {
    answering: {
      status: () => ok(readers.status()),
      typed: async (text) => ok(await wedge.typed(text)),
      signal: async ({ reader, signal }) => ok(await readers.signal(reader, signal)),
    },
    readText: supervisor.readText,
    simulate: supervisor.simulate,
    start() {
      look()
      return supervisor.start()
    },
    stop() {
      callOff()
      return supervisor.stop()
    },
  }
}
