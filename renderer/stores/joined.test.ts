import { describe, expect, it } from 'vitest'
import { type PersonRow, personRow } from '../../core/pending-page.ts'
import { joinedAfter } from './joined.ts'

const id = '01936a2f-0000-7000-8000-000000000001'
const row = (change: Partial<PersonRow>): PersonRow => ({
  ...personRow.parse({
    id,
    email: 'aino@example.fi',
    role: 'user',
    firstName: 'Aino',
    lastName: '',
    organization: '',
    additionalInformation: '',
    cardId: null,
    surfaceId: '',
    kind: 'invitation',
    groups: [],
    rights: [],
    otherCards: [],
    mail: null,
    inviteSentAt: null,
    createdAt: '2026-11-23T00:00:00Z',
    delivery: 'saved',
  }),
  ...change,
})
const nobody: ReadonlySet<string> = new Set()

describe('joinedAfter', () => {
  it('notices who was sent as an invitation and came back as a user', () => {
    const now = [row({ kind: 'user', delivery: 'sent' })]
    expect([...joinedAfter(nobody, [row({})], now)]).toEqual([id])
  })

  it('does not take a registration for it', () => {
    const before = [row({ delivery: 'sent' })]
    expect(joinedAfter(nobody, before, [row({ kind: 'user', delivery: 'sent' })])).toBe(nobody)
  })

  it('does not take somebody without email for it', () => {
    const user = { kind: 'user', email: null } as const
    expect(joinedAfter(nobody, [row(user)], [row({ ...user, delivery: 'sent' })])).toBe(nobody)
  })
})
