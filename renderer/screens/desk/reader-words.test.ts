import { describe, expect, it } from 'vitest'
import type { DeskReaderStatus } from '../../../core/desk-reader.ts'
import type { SlotState } from '../../../core/reader.ts'
import { deskReader } from '../../../tests/support/desk-reader.ts'
import { reader } from '../../messages/en/reader.ts'
import { readerWords } from './reader-words.ts'

const around = { system: 'linux', kernelNfc: false, daemonMissing: false } as const
const readerWith = (slot: SlotState, index: number) =>
  deskReader({ name: `ACR122U ${index}`, slot })
const withSlots = (...slots: SlotState[]): DeskReaderStatus => ({
  service: 'ready',
  reason: null,
  readers: slots.map(readerWith),
  around,
})
const without = (
  service: DeskReaderStatus['service'],
  reason: DeskReaderStatus['reason'] = null,
): DeskReaderStatus => ({ service, reason, readers: [], around })
const text = (status: DeskReaderStatus) => readerWords(status, reader).text

describe('readerWords', () => {
  it.each<[DeskReaderStatus, string]>([
    [withSlots({ kind: 'empty' }), 'Ready – ACR122U 0'],
    [withSlots({ kind: 'empty' }, { kind: 'empty' }), 'Ready – 2 readers'],
    [withSlots({ kind: 'empty' }, { kind: 'card', uid: '1C78F2BF', atr: '' }), 'Card 1C78F2BF'],
    [
      withSlots(
        { kind: 'card', uid: '1C78F2BF', atr: '' },
        { kind: 'unreadable', reason: 'moved', atr: '' },
      ),
      'Cannot read this card: it left too early, hold it still',
    ],
    [without('no-reader'), 'No reader'],
    [without('no-service', 'not-running'), 'No smart-card service'],
    [without('restarting'), 'Restarting'],
  ])('says of %j: %s', (status, words) => {
    expect(text(status)).toBe(words)
  })

  it('says what is known about a service that is not there', () => {
    const denied = without('no-service', 'access-denied')
    expect(readerWords(denied, reader).hint).toContain('may not use')
  })

  it('calls a reader by the name that it was given, and says nothing of ignored ones', () => {
    const [one, other] = withSlots({ kind: 'empty' }, { kind: 'reading' }).readers
    if (one === undefined || other === undefined) throw new Error('no readers')
    const named = { ...one, label: 'Front desk left' }
    const both = { ...without('ready'), readers: [named, { ...other, ignored: true }] }
    expect(text(both)).toBe('Ready – Front desk left')
    expect(text({ ...both, readers: [{ ...other, ignored: true }] })).toBe(
      'All readers are ignored',
    )
  })
})
