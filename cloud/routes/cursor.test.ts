import { expect, it } from 'vitest'
import { createCursors } from './cursor.ts'

const view = { accountId: 'a', createdBy: null, regionId: null }

it('reads a position back, for the feed that it was written for only', () => {
  const cursors = createCursors('epoch')
  const cursor = cursors.write(view, 4711)
  expect(cursors.read(view, cursor)).toBe(4711)
  expect(cursors.read({ ...view, accountId: 'b' }, cursor)).toBeNull()
  expect(cursors.read({ ...view, createdBy: 'person' }, cursor)).toBeNull()
  expect(cursors.read({ ...view, regionId: 'region' }, cursor)).toBeNull()
  expect(createCursors('another').read(view, cursor)).toBeNull()
})

it('reads nothing from what it did not write', () => {
  const cursors = createCursors('epoch')
  const forged = Buffer.from(cursors.write(view, 1), 'base64url').toString().replace('.1', '.-1')
  for (const text of ['', '.', '7', 'ä', '../..', Buffer.from(forged).toString('base64url')]) {
    expect(cursors.read(view, text)).toBeNull()
  }
})
