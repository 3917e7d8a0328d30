import { describe, expect, it } from 'vitest'
import type { PendingPage } from '../../core/pending-page.ts'
import { stepFrom, withLimit } from './paging.ts'
import { type PendingState, sortedBy, usePending } from './pending.ts'

const { query } = usePending.getInitialState()
const page: PendingPage = {
  rows: [],
  totalIsExact: true,
  total: 50,
  from: 21,
  next: 'n',
  previous: 'p',
}
const middle: PendingState = { query, page, failure: null }

describe('stepFrom', () => {
  it('asks by the key of the neighbouring page', () => {
    expect(stepFrom(middle, 'next')).toMatchObject({ direction: 'forward', at: 'n' })
    expect(stepFrom(middle, 'previous')).toMatchObject({ direction: 'backward', at: 'p' })
  })

  it('asks for both ends without a key', () => {
    expect(stepFrom(middle, 'first')).toMatchObject({ direction: 'forward', at: null })
    expect(stepFrom(middle, 'last')).toMatchObject({ direction: 'backward', at: null })
  })

  it('leads nowhere past the ends or before the first page came', () => {
    const only: PendingState = { ...middle, page: { ...page, next: null, previous: null } }
    for (const step of ['first', 'previous', 'next', 'last'] as const) {
      expect(stepFrom(only, step)).toBeNull()
      expect(stepFrom({ ...middle, page: null }, step)).toBeNull()
    }
  })
})

describe('sortedBy and withLimit', () => {
  it('shows the newest invitations and the first names first', () => {
    expect(sortedBy({ ...query, sort: 'name' }, 'invite-sent').descending).toBe(true)
    expect(sortedBy(query, 'name').descending).toBe(false)
  })

  it('turns the order round on the same column', () => {
    expect(sortedBy(sortedBy(query, 'name'), 'name').descending).toBe(true)
  })

  it('starts again at the first page', () => {
    const later = { ...query, at: 'n' }
    expect(sortedBy(later, 'email').at).toBeNull()
    expect(withLimit(later, 50)).toMatchObject({ limit: 50, at: null })
  })
})
