import type { Asking, Pushing } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { looksContact, moreSeen, seenBy } from '../../core/contact-slot.ts'
import {
  type DeskReader,
  type DeskReaderStatus,
  type ReaderNote,
  type Surroundings,
  noteOf,
} from '../../core/desk-reader.ts'
import type { ReaderStatus, ReaderView, Tap } from '../../core/reader.ts'
import type { ReaderSignal, SignalRefusal } from '../../core/reader-signal.ts'

export type TendReadersDeps = {
  readonly tell: Pick<Pushing<Ipc>['reader'], 'changed'>
  readonly notes: Pick<Asking<Ipc>['readers'], 'change' | 'changed'>
  readonly surroundings: () => Surroundings
  readonly signal: (reader: string, signal: ReaderSignal) => Promise<SignalRefusal | null>
  /** ISO 8601, for display. */
  readonly wallTime: () => string
}

type Tally = Pick<DeskReader, 'last' | 'taps' | 'unreadable' | 'signalRefusal'> & {
  /** Ahead of the notes, which are kept elsewhere. */
  readonly seen: ReaderNote['seen']
}

const blankTally: Tally = {
  last: null,
  taps: 0,
  unreadable: 0,
  signalRefusal: null,
  seen: 'nothing',
}
const starting: ReaderStatus = { service: 'starting', reason: null, readers: [] }

/**
 * The readers as this desk knows them: what PC/SC says of them, what the computer remembers about them,
 * and what they did since the program started.
 */
export function createTendedReaders(deps: TendReadersDeps) {
  const tallies = new Map<string, Tally>()
  let real = starting
  let notes: readonly ReaderNote[] | null = null
  let told = ''
  let untilKnown: (() => void)[] = []

  const noteFor = (reader: string) => noteOf(notes ?? [], reader)
  const tallyOf = (reader: string) => tallies.get(reader) ?? blankTally
  const count = (reader: string, change: Partial<Tally>) =>
    tallies.set(reader, { ...tallyOf(reader), ...change })

  function view(reader: ReaderView): DeskReader {
    const { label, muted, ignored, signals, seen } = noteFor(reader.name)
    const { seen: seenNow, ...tally } = tallyOf(reader.name)
    const contact = looksContact({ reader: reader.name, seen: moreSeen(seen, seenNow) })
    const decided = ignored !== null
    return { ...reader, label, muted, ignored: ignored ?? contact, decided, signals, ...tally }
  }

  const status = (): DeskReaderStatus => ({
    ...real,
    readers: real.readers.map(view),
    around: deps.surroundings(),
  })

  function changed() {
    const next = status()
    const text = JSON.stringify(next)
    if (text === told) return
    told = text
    deps.tell.changed(next)
  }

  /** Remembered, because a slot that has shown a contactless card is no slot for contact cards. */
  function saw({ name, simulated }: Pick<ReaderView, 'name' | 'simulated'>, seen: Tally['seen']) {
    if (simulated) return
    const before = moreSeen(noteFor(name).seen, tallyOf(name).seen)
    if (moreSeen(before, seen) === before) return
    count(name, { seen })
    void deps.notes.change({ reader: name, set: { seen } })
  }

  deps.notes.changed((next) => {
    notes = next
    for (const run of untilKnown.splice(0)) run()
    changed()
  })

  return {
    status,
    /** Tells again where what surrounds the service has changed. */
    look: changed,
    learn: (next: ReaderStatus) => {
      const before = new Map(real.readers.map(({ name, slot }) => [name, slot.kind]))
      real = next
      for (const reader of next.readers) {
        const { name, slot } = reader
        if (slot.kind !== 'unreadable' || before.get(name) === 'unreadable') continue
        count(name, { unreadable: tallyOf(name).unreadable + 1 })
        saw(reader, seenBy(slot.atr))
      }
      changed()
    },
    /** Counts a card that was read. Runs `then` with its reader, once it is known what is remembered. */
    took(tap: Tap, then: (reader: DeskReader) => void) {
      const { uid, atr, reader: name, simulated } = tap
      const slot = { kind: 'card', uid, atr } as const
      const run = () => {
        const last = { uid, atr, at: deps.wallTime() }
        count(name, { last, taps: tallyOf(name).taps + 1 })
        saw({ name, simulated }, 'contactless')
        changed()
        then(view({ name, simulated, slot }))
      }
      if (notes !== null) run()
      // Nobody can be waiting for more of them than that while the program starts.
      else untilKnown = [...untilKnown, run].slice(-8)
    },
    /** Lamp and buzzer, where they are switched on; what comes of it is in the status. */
    async signal(reader: string, signal: ReaderSignal): Promise<void> {
      if (!noteFor(reader).signals) return
      count(reader, { signalRefusal: await deps.signal(reader, signal) })
      changed()
    },
  }
}
export type TendedReaders = ReturnType<typeof createTendedReaders>
