import { describe, expect, it } from 'vitest'
import { ipc } from '../../contracts/ipc.ts'
import { ok } from '../../contracts/result.ts'
import {
  type DeskReaderStatus,
  type DeskTap,
  type ReaderChange,
  type ReaderNote,
  changedNote,
  noteOf,
} from '../../core/desk-reader.ts'
import type { ReaderStatus, SlotState } from '../../core/reader.ts'
import { createAppDouble } from '../../tests/support/app-double.ts'
import { createRecordTap } from './record-tap.ts'
import { createTendedReaders } from './tend-readers.ts'

const left = 'ACS ACR1281 1S Dual Reader PICC 0'
const slotName = 'ACS ACR1281 1S Dual Reader ICC 0'
const ntag = '3B8F8001804F0CA0000003060300030000000068'
const uid = '04A3B1C2D3E480'

const withSlots = (...slots: readonly (readonly [string, SlotState])[]): ReaderStatus => ({
  service: 'ready',
  reason: null,
  readers: slots.map(([name, slot]) => ({ name, simulated: false, slot })),
})
const empty = { kind: 'empty' } as const

function tend(remembered: readonly ReaderNote[] | null = []) {
  let notes = remembered ?? []
  const told: DeskReaderStatus[] = []
  const taps: DeskTap[] = []
  const changes: ReaderChange[] = []
  const double = createAppDouble(ipc, {
    readers: {
      change: (change) => {
        changes.push(change)
        remember(changedNote(noteOf(notes, change.reader), change.set))
        return ok()
      },
    },
  })
  const tell = {
    changed: (status: DeskReaderStatus) => void told.push(status),
    tapped: (tap: DeskTap) => void taps.push(tap),
  }
  const readers = createTendedReaders({
    tell,
    notes: double.app.readers,
    surroundings: () => ({ system: 'linux', kernelNfc: false, daemonMissing: false }),
    signal: async () => 'not-allowed',
    wallTime: () => '2026-01-05T08:00:00.000Z',
  })
  const tap = createRecordTap({ tell, readers })
  function remember(note: ReaderNote) {
    notes = [...notes.filter(({ reader }) => reader !== note.reader), note]
    double.tell.readers.changed([...notes])
  }
  if (remembered !== null) double.tell.readers.changed([...notes])
  const set = (reader: string, change: ReaderChange['set']) =>
    remember(changedNote(noteOf(notes, reader), change))
  const lay = (reader: string) => tap({ uid, atr: ntag, reader, simulated: false, ndefText: null })
  const view = (reader: string) => readers.status().readers.find(({ name }) => name === reader)
  return { readers, told, taps, changes, set, lay, view, remember }
}

describe('readers of a desk', () => {
  it('carry what the person calls them, also with each tap', () => {
    const { readers, taps, set, lay, view } = tend()
    readers.learn(withSlots([left, empty]))
    lay(left)
    set(left, { label: 'Front desk left', muted: true })
    lay(left)
    expect(taps.map(({ label, muted }) => ({ label, muted }))).toEqual([
      { label: left, muted: false },
      { label: 'Front desk left', muted: true },
    ])
    expect(view(left)).toMatchObject({ label: 'Front desk left', muted: true, taps: 2 })
  })

  it('that are ignored count their cards, and their taps reach nothing', () => {
    const { readers, taps, set, lay, view } = tend()
    readers.learn(withSlots([left, empty]))
    set(left, { ignored: true })
    lay(left)
    expect(taps).toEqual([])
    expect(view(left)).toMatchObject({ ignored: true, decided: true, taps: 1, last: { uid } })
  })

  it('are ignored as contact slots until they show a contactless card, which is remembered', () => {
    const { readers, taps, changes, lay, view } = tend()
    readers.learn(withSlots([slotName, empty]))
    expect(view(slotName)).toMatchObject({ ignored: true, decided: false })
    lay(slotName)
    expect(taps).toHaveLength(1)
    expect(changes).toEqual([{ reader: slotName, set: { seen: 'contactless' } }])
    lay(slotName)
    expect(changes).toHaveLength(1)
  })

  it('that never showed anything but a contact card are ignored from then on', () => {
    const { readers, changes, view } = tend()
    readers.learn(withSlots(['Reader 0', empty]))
    expect(view('Reader 0')?.ignored).toBe(false)
    const contact = { kind: 'unreadable', reason: 'no-uid', atr: '3BDF18008131FE588031' } as const
    readers.learn(withSlots(['Reader 0', contact]))
    expect(view('Reader 0')?.ignored).toBe(true)
    expect(changes).toEqual([{ reader: 'Reader 0', set: { seen: 'contact' } }])
  })

  it('count a card that cannot be read once, however its reason changes while it lies there', () => {
    const { readers, view } = tend()
    const states: SlotState[] = [
      empty,
      { kind: 'unreadable', reason: 'moved', atr: ntag },
      { kind: 'unreadable', reason: 'no-uid', atr: ntag },
      empty,
      { kind: 'unreadable', reason: 'mute', atr: '' },
    ]
    for (const slot of states) readers.learn(withSlots([left, slot]))
    expect(view(left)?.unreadable).toBe(2)
  })

  it('keep their counts when they are unplugged and come back', () => {
    const { readers, lay, view } = tend()
    readers.learn(withSlots([left, empty]))
    lay(left)
    readers.learn(withSlots())
    expect(view(left)).toBeUndefined()
    readers.learn(withSlots([left, empty]))
    expect(view(left)).toMatchObject({ taps: 1, last: { uid, at: '2026-01-05T08:00:00.000Z' } })
  })

  it('hold a tap back until it is known whether its reader is ignored', () => {
    const { readers, taps, lay, remember } = tend(null)
    readers.learn(withSlots([left, empty]))
    lay(left)
    lay('other')
    expect(taps).toEqual([])
    remember({ ...noteOf([], left), ignored: true })
    expect(taps.map(({ reader }) => reader)).toEqual(['other'])
  })

  it('are told a signal only where it is switched on, and what they refuse is shown', async () => {
    const { readers, set, view } = tend()
    readers.learn(withSlots([left, empty]))
    await readers.signal(left, 'done')
    expect(view(left)?.signalRefusal).toBeNull()
    set(left, { signals: true })
    await readers.signal(left, 'done')
    expect(view(left)?.signalRefusal).toBe('not-allowed')
  })

  it('are told about once per change', () => {
    const { readers, told } = tend()
    readers.learn(withSlots([left, empty]))
    const before = told.length
    readers.learn(withSlots([left, empty]))
    readers.look()
    expect(told).toHaveLength(before)
  })
})
