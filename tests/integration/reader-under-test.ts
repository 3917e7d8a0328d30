import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import type { ReaderStatus, SlotState, Tap } from '../../core/reader.ts'
import { readerProcessEnv, type ReaderProcess } from '../../electron/reader/reader-process.ts'
import { systemAfter } from '../../electron/reader/reader.ts'
import { createSimulatedReader } from '../../electron/reader/simulated-reader.ts'
import { createReaderSupervisor } from '../../electron/reader/supervisor.ts'

const entry = path.resolve(import.meta.dirname, '../../electron/reader/process.ts')

type Hear = {
  readonly tap: (tap: Tap) => void
  readonly status: (status: ReaderStatus) => void
}
const deaf: Hear = { tap: () => {}, status: () => {} }

/** The supervisor with the real reader process under it, in Node instead of Electron. */
export async function startReader(hear: Hear = deaf) {
  const taps: Tap[] = []
  const seen: ReaderStatus[] = []
  const waiting = new Set<() => void>()
  const children: ChildProcess[] = []
  const wake = () => waiting.forEach((check) => check())

  const supervisor = createReaderSupervisor({
    spawn: () => {
      const child = fork(entry, { env: { ...process.env, ...readerProcessEnv }, execArgv: [] })
      children.push(child)
      return asReaderProcess(child)
    },
    simulated: createSimulatedReader({ after: systemAfter }),
    wedge: null,
    now: () => performance.now(),
    after: systemAfter,
    onStatus: (status) => {
      seen.push(status)
      hear.status(status)
      wake()
    },
    onTap: (tap) => {
      taps.push(tap)
      hear.tap(tap)
      wake()
    },
  })
  await supervisor.start()

  /** Resolves as soon as a status or a tap makes `holds` true. */
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!holds()) return
        waiting.delete(check)
        resolve()
      }
      waiting.add(check)
      check()
    })

  return {
    supervisor,
    taps,
    seen,
    until,
    slot: (reader: string): SlotState | undefined =>
      supervisor.status().readers.find(({ name }) => name === reader)?.slot,
    untilService: (service: ReaderStatus['service']) =>
      until(() => supervisor.status().service === service),
    /** The process of now; dead ones are replaced. */
    process: () => children.at(-1),
    /** What a card on `reader` showed so far, one state after another. */
    statesOf: (reader: string) => [
      ...new Set(
        seen.map(({ readers }) => describe(readers.find(({ name }) => name === reader)?.slot)),
      ),
    ],
  }
}
export type ReaderUnderTest = Awaited<ReturnType<typeof startReader>>

function describe(slot: SlotState | undefined): string {
  if (!slot) return 'gone'
  if (slot.kind === 'card') return slot.uid
  return slot.kind === 'unreadable' ? slot.reason : slot.kind
}

export function asReaderProcess(child: ChildProcess): ReaderProcess {
  return {
    wire: { post: (message) => child.send(message) },
    onMessage: (receive) => child.on('message', receive),
    onExit: (ended) => child.once('exit', ended),
    kill: () => child.kill('SIGKILL'),
  }
}
