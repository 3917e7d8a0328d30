import { describe, expect, it } from 'vitest'
import type { ReaderStatus, SlotState } from '../../../core/reader.ts'
import { reader } from '../../messages/en/reader.ts'
import { readerWords } from './reader-words.ts'

const withSlots = (...slots: SlotState[]): ReaderStatus => ({
  service: 'ready',
  reason: null,
  readers: slots.map((slot, index) => ({ name: `ACR122U ${index}`, simulated: false, slot })),
})
const text = (status: ReaderStatus) => readerWords(status, reader).text

describe('readerWords', () => {
  it.each<[ReaderStatus, string]>([
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
    [{ service: 'no-reader', reason: null, readers: [] }, 'No reader'],
    [{ service: 'no-service', reason: 'not-running', readers: [] }, 'No smart-card service'],
    [{ service: 'restarting', reason: null, readers: [] }, 'Restarting'],
  ])('says of %j: %s', (status, words) => {
    expect(text(status)).toBe(words)
  })

  it('says what is known about a service that is not there', () => {
    const denied: ReaderStatus = { service: 'no-service', reason: 'access-denied', readers: [] }
    expect(readerWords(denied, reader).hint).toContain('may not use')
  })
})
