import { z } from 'zod'
import { moreSeen } from './contact-slot.ts'
import { readerStatus, readerView, tap } from './reader.ts'
import { signalRefusal } from './reader-signal.ts'

export const readerName = z.string().min(1).max(200)

/** What this computer remembers about a reader, by the name that PC/SC gives it. */
export const readerNote = z.strictObject({
  reader: readerName,
  /** What the person calls it; null: by its own name. */
  label: z.string().trim().min(1).max(40).nullable(),
  /** Its taps make no sound. */
  muted: z.boolean(),
  /** null: as `core/contact-slot` thinks. */
  ignored: z.boolean().nullable(),
  /** Lamp and buzzer are told about taps. */
  signals: z.boolean(),
  /** The best that it has shown so far. */
  seen: z.enum(['nothing', 'contact', 'contactless']),
})
export type ReaderNote = z.infer<typeof readerNote>

export const readerChange = z.strictObject({
  reader: readerName,
  set: readerNote.omit({ reader: true }).partial(),
})
export type ReaderChange = z.infer<typeof readerChange>

export function noteOf(notes: readonly ReaderNote[], reader: string): ReaderNote {
  return notes.find((note) => note.reader === reader) ?? { ...blankNote, reader }
}

export function changedNote(note: ReaderNote, set: ReaderChange['set']): ReaderNote {
  return {
    reader: note.reader,
    label: set.label === undefined ? note.label : set.label,
    muted: set.muted ?? note.muted,
    ignored: set.ignored === undefined ? note.ignored : set.ignored,
    signals: set.signals ?? note.signals,
    seen: moreSeen(note.seen, set.seen ?? 'nothing'),
  }
}

const blankNote = {
  label: null,
  muted: false,
  ignored: null,
  signals: false,
  seen: 'nothing',
} as const

/** One reader as the desk sees it. `ignored` has the last word: its taps reach nothing. */
export const deskReader = readerView.extend({
  label: z.string().nullable(),
  muted: z.boolean(),
  ignored: z.boolean(),
  /** Ignored or not because somebody said so, rather than by its name and cards. */
  decided: z.boolean(),
  signals: z.boolean(),
  /** Why its lamp or buzzer did not do what it was told last; null: it did, or was told nothing. */
  signalRefusal: signalRefusal.nullable(),
  /** The last card read since the program started; `at` is ISO 8601. */
  last: z.object({ uid: z.string(), atr: z.string(), at: z.string() }).nullable(),
  /** Cards read, and cards that could not be read, since the program started. */
  taps: z.int().min(0),
  unreadable: z.int().min(0),
})
export type DeskReader = z.infer<typeof deskReader>

/** What surrounds the smart-card service, where that decides what to advise. */
export const surroundings = z.object({
  system: z.enum(['linux', 'windows', 'mac']),
  /** Linux: the kernel's own NFC driver is loaded, which claims ACR122U and its kin. */
  kernelNfc: z.boolean(),
  /** Linux: there is no pcscd to start. */
  daemonMissing: z.boolean(),
})
export type Surroundings = z.infer<typeof surroundings>

export const deskReaderStatus = readerStatus.extend({
  readers: z.array(deskReader),
  around: surroundings,
})
export type DeskReaderStatus = z.infer<typeof deskReaderStatus>

/** A tap with what this computer calls its reader. */
export const deskTap = tap.extend({ label: z.string(), muted: z.boolean() })
export type DeskTap = z.infer<typeof deskTap>
