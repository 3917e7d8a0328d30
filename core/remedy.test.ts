import { describe, expect, it } from 'vitest'
import { nobody } from './person.ts'
import { causeOf, fieldsAfter } from './remedy.ts'

const id = '019ab000-0000-7000-8000-000000000001'
const mine = {
  ...nobody,
  role: 'user' as const,
  firstName: 'Anna',
  lastName: 'Mine',
  email: 'a@b.fi',
}
const state = {
  ...mine,
  firstName: 'Anne',
  lastName: 'Theirs',
  kind: 'invitation' as const,
  inviteSentAt: null,
  mail: null,
  registeredAt: null,
  groups: [],
  rights: [],
  otherCards: [],
  createdAt: '2026-11-23T08:00:00Z',
  createdBy: id,
}
const conflict = {
  fields: mine,
  problem: {
    code: 'conflict.field' as const,
    fields: ['lastName'],
    current: { id, version: 2, deleted: false, state, opId: null },
  },
}

describe('a remedy', () => {
  it('of theirs takes only the fields in conflict and leaves the rest as wanted', () => {
    expect(fieldsAfter(conflict, { kind: 'theirs' })).toEqual({ ...mine, lastName: 'Theirs' })
  })

  it.each([
    [{ kind: 'again' }, mine],
    [
      { kind: 'role', role: 'installer' },
      { ...mine, role: 'installer' },
    ],
    [{ kind: 'without-email' }, { ...mine, email: null }],
    [{ kind: 'discard' }, null],
  ] as const)('%j changes nothing else', (remedy, fields) => {
    expect(fieldsAfter(conflict, remedy)).toEqual(fields)
  })
})

describe('the cause', () => {
  it('is the same for the same vanished group only', () => {
    const gone = (group: string) => causeOf({ code: 'group.gone', group })
    expect(gone(id)).toBe(gone(id))
    expect(gone(id)).not.toBe(gone('019ab000-0000-7000-8000-000000000002'))
  })
})
