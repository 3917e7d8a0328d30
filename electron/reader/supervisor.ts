import type { ReaderStatus, Tap } from '../../core/reader.ts'
import type { ReaderSignal, SignalRefusal } from '../../core/reader-signal.ts'
import { createKeepAlive } from './keep-alive.ts'
import type { After, ReaderListener } from './reader.ts'
import type { ReaderProcess } from './reader-process.ts'
import { createReaderQuestions } from './reader-questions.ts'
import {
  type SimulatedCard,
  type SimulatedReader,
  simulatedReaderName,
} from './simulated-reader.ts'
import { createTapFilter } from './tap-filter.ts'
import { type WedgeReader, wedgeReaderName } from './wedge-reader.ts'

export type ReaderSupervisorDeps = {
  /** Starts `out/main/reader.js` with `readerProcessEnv` added to its environment. */
  spawn: () => ReaderProcess
  /** Shown beside the real readers from its first card on; null where nothing may be simulated. */
  simulated: SimulatedReader | null
  /** Readers that type; null where nothing can be typed. */
  wedge: WedgeReader | null
  /** Monotonic milliseconds. */
  now: () => number
  after: After
  onStatus: (status: ReaderStatus) => void
  onTap: (tap: Tap) => void
}

export type ReaderSupervisor = {
  start: () => Promise<void>
  /** Resolves when the reader process is gone, after at most half a second, hung card or not. */
  stop: () => Promise<void>
  status: () => ReaderStatus
  /** Whether taps carry the text on the card, which takes a moment longer. Off at first. */
  readText: (on: boolean) => void
  /** Taps a card on the simulated reader; without one nothing happens. */
  simulate: (card: SimulatedCard) => void
  /** Lamp and buzzer of a reader; null when it gave the signal. */
  signal: (reader: string, signal: ReaderSignal) => Promise<SignalRefusal | null>
}

const starting: ReaderStatus = { service: 'starting', reason: null, readers: [] }
const restarting: ReaderStatus = { service: 'restarting', reason: null, readers: [] }
const noService: ReaderStatus = { service: 'no-service', reason: 'unknown', readers: [] }

/** So many ends before the first word, and it is not the process that is at fault. */
const HOPELESS = 3

/** One stream of taps and one status, made of the reader process and the simulated reader. */
export function createReaderSupervisor(deps: ReaderSupervisorDeps): ReaderSupervisor {
  const { spawn, simulated, wedge, now, after } = deps
  const filter = createTapFilter(now)
  let real = starting
  let pretended: ReaderStatus['readers'] = []
  let told = JSON.stringify(starting)
  let ends = 0
  let readsText = false

  const status = (): ReaderStatus => ({ ...real, readers: [...real.readers, ...pretended] })

  function changed() {
    const next = status()
    filter.see(next.readers)
    const text = JSON.stringify(next)
    if (text === told) return
    told = text
    deps.onStatus(next)
  }

  const onTap = (tap: Tap) => {
    if (filter.isNew(tap)) deps.onTap(tap)
  }

  const fromProcess: ReaderListener = {
    onTap,
    onStatus: (next) => {
      real = next
      if (next.service !== 'starting') ends = 0
      changed()
    },
  }
  const fromSimulated: ReaderListener = {
    onTap,
    onStatus: ({ readers }) => {
      pretended = readers
      changed()
    },
  }

  const process = createKeepAlive({
    spawn,
    now,
    after,
    onMessage: (message) => {
      if (message.type === 'tap') fromProcess.onTap(message.tap)
      if (message.type === 'status') fromProcess.onStatus(message.status)
      if (message.type === 'answer') questions.settle(message.id, message.answer)
    },
    greeting: () => ({ type: 'read-text', on: readsText }),
    onDown: () => {
      questions.drop()
      ends += 1
      real = ends < HOPELESS ? restarting : noService
      changed()
    },
  })

  const questions = createReaderQuestions((message) => process.post(message))

  return {
    async start() {
      process.start()
      await wedge?.start({ onTap, onStatus: () => {} })
      await simulated?.start(fromSimulated)
    },
    async stop() {
      await Promise.all([process.stop(), simulated?.stop(), wedge?.stop()])
    },
    status,
    readText(on) {
      if (on === readsText) return
      readsText = on
      process.post({ type: 'read-text', on })
    },
    simulate: (card) => simulated?.present(card),
    async signal(reader, signal) {
      if (simulated && reader === simulatedReaderName) return simulated.signal(reader, signal)
      if (wedge && reader === wedgeReaderName) return wedge.signal(reader, signal)
      const answer = await questions.ask(reader, { kind: 'signal', signal })
      return answer === null ? 'no-reader' : answer.refusal
    },
  }
}
