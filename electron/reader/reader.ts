import type { ReaderStatus, Tap } from '../../core/reader.ts'
import type { ReaderSignal, SignalRefusal } from '../../core/reader-signal.ts'

/**
 * A source of taps: the PC/SC readers, the simulated reader, or both behind the supervisor.
 *
 * `start` resolves once listening, not once a reader is there; what there is arrives as status.
 * A card that lies on a reader before `start` is a tap like any other. Sources do not throw:
 * whatever goes wrong is a state in `ReaderStatus`.
 */
export type ReaderPort = {
  start: (listener: ReaderListener) => Promise<void>
  stop: () => Promise<void>
  /** Lamp and buzzer of the reader of this name; null when it gave the signal. */
  signal: (reader: string, signal: ReaderSignal) => Promise<SignalRefusal | null>
}

export type ReaderListener = {
  /** The whole truth, sent on every change; two equal states are never sent in a row. */
  onStatus: (status: ReaderStatus) => void
  /** One presentation of one card whose whole UID was read. */
  onTap: (tap: Tap) => void
}

/** Runs `run` once after `ms` milliseconds; the returned function calls it off. */
export type After = (ms: number, run: () => void) => () => void

export const systemAfter: After = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
