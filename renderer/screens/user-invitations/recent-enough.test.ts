import { describe, expect, it } from 'vitest'
import type { PersonRow } from '../../../core/pending-page.ts'
import { recentEnough } from './recent-enough.ts'

const row = (createdAt: string, delivery: PersonRow['delivery']): PersonRow => ({
  id: '01936a2f-0000-7000-8000-000000000001',
  email: null,
  role: 'user',
  firstName: 'Aino',
  lastName: '',
  organization: '',
  additionalInformation: '',
  cardId: null,
  surfaceId: '',
  regionId: null,
  kind: 'user',
  groups: [],
  rights: [],
  otherCards: [],
  mail: null,
  inviteSentAt: null,
  createdAt,
  delivery,
})
const now = new Date(2026, 10, 23, 12)
const today = new Date(2026, 10, 23, 8).toISOString()
const yesterday = new Date(2026, 10, 22, 18).toISOString()

describe('recentEnough', () => {
  it('keeps whoever was sent today and drops whoever arrived yesterday', () => {
    const rows = [row(today, 'sent'), row(yesterday, 'sent')]
    expect(recentEnough(rows, now)).toEqual([rows[0]])
  })

  it.each(['saved', 'sending', 'attention'] as const)(
    'keeps what is still %s however old',
    (state) => {
      const rows = [row(yesterday, state)]
      expect(recentEnough(rows, now)).toEqual(rows)
    },
  )
})
