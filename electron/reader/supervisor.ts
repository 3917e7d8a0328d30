import type { ReaderStatus, Tap } from '../../core/reader.ts'
import type { After } from './reader.ts'
import type { ReaderProcess } from './reader-process.ts'
import type { SimulatedCard, SimulatedReader } from './simulated-reader.ts'

export type ReaderSupervisorDeps = {
  /** Starts `out/main/reader.js` with `readerProcessEnv` added to its environment. */
  spawn: () => ReaderProcess
  /** Shown beside the real readers from its first card on; null where nothing may be simulated. */
  simulated: SimulatedReader | null
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
  simulate: (card: SimulatedCard) => void
}

export function createReaderSupervisor(deps: ReaderSupervisorDeps): ReaderSupervisor {
  void deps
  throw new Error('not built yet')
}
