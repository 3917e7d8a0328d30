import { expect, it } from 'vitest'
import type { Sight } from '../../core/sight.ts'
import { createCursors } from './cursor.ts'

const view = { accountId: 'a', sight: { of: 'account' } } as const

it('reads a position back, for the feed that it was written for only', () => {
  const cursors = createCursors('epoch')
  const cursor = cursors.write(view, 4711)
  expect(cursors.read(view, cursor)).toBe(4711)
  expect(cursors.read({ ...view, accountId: 'b' }, cursor)).toBeNull()
  const others: readonly Sight[] = [
    { of: 'own', personId: 'person' },
    { of: 'region', regionId: 'region' },
    { of: 'nobody' },
  ]
  for (const sight of others) {
    expect(cursors.read({ ...view, sight }, cursor)).toBeNull()
    expect(cursors.read({ ...view, sight }, cursors.write({ ...view, sight }, 4711))).toBe(4711)
  }
  expect(createCursors('another').read(view, cursor)).toBeNull()
})

it('reads nothing from what it did not write', () => {
  const cursors = createCursors('epoch')
  const forged = Buffer.from(cursors.write(view, 1), 'base64url').toString().replace('.1', '.-1')
  for (const text of ['', '.', '7', 'ä', '../..', Buffer.from(forged).toString('base64url')]) {
    expect(cursors.read(view, text)).toBeNull()
  }
})
