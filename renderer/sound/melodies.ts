import type { SoundVolume } from '../../core/preferences.ts'
import type { ReaderSignal } from '../../core/reader-signal.ts'

/** Hertz, and when it begins and how long it sounds, in seconds. */
export type Note = { readonly pitch: number; readonly at: number; readonly length: number }

/** A soft rise, one tone twice, a low fall: told apart without looking, also by who hears high tones badly. */
export const melodies: Readonly<Record<ReaderSignal, readonly Note[]>> = {
  done: [
    { pitch: 659, at: 0, length: 0.14 },
    { pitch: 988, at: 0.09, length: 0.24 },
  ],
  warning: [
    { pitch: 587, at: 0, length: 0.14 },
    { pitch: 587, at: 0.18, length: 0.2 },
  ],
  refused: [
    { pitch: 330, at: 0, length: 0.2 },
    { pitch: 220, at: 0.16, length: 0.36 },
  ],
}

/** Of 1, the loudest there is. */
export const loudness: Readonly<Record<SoundVolume, number>> = {
  off: 0,
  quiet: 0.06,
  normal: 0.16,
  loud: 0.4,
}
