import { describe, expect, it } from 'vitest'
import type { Standing } from '../store/desk-store.ts'
import { notInvited, sortOut, untouchable } from './bulk.ts'

const standing = (given: Partial<Standing> = {}): Standing => ({
  recordId: 'r1',
  kind: 'invitation',
  role: 'user',
  email: 'ada@example.com',
  name: 'Ada',
  registered: false,
  deleted: false,
  parked: false,
  inCloud: true,
  ...given,
})
const item = (recordId: string) => ({ opId: `op of ${recordId}`, recordId })

describe('a step on many records', () => {
  it('goes on with those that nothing speaks against and names the others', () => {
    const standings = [standing(), standing({ recordId: 'r2', name: 'Bo', registered: true })]
    const items = ['r1', 'r2', 'r3'].map(item)
    const sorted = sortOut(items, standings, notInvited)
    expect(sorted.allowed).toEqual([item('r1'), item('r3')])
    expect(sorted.outcome({ accepted: [item('r1')], gone: [item('r3')] })).toEqual({
      accepted: 1,
      refused: [
        { recordId: 'r2', name: 'Bo', reason: 'registered' },
        { recordId: 'r3', name: '', reason: 'gone' },
      ],
    })
  })

  it('leaves it to the store whether a deleted record was deleted by this very step', () => {
    const { allowed } = sortOut([item('r1')], [standing({ deleted: true })], () => 'role')
    expect(allowed).toEqual([item('r1')])
  })
})

describe('a record', () => {
  it('of a higher role, or with a decision waiting, is left alone', () => {
    expect(untouchable('regional-admin', standing({ role: 'account-admin' }))).toBe('role')
    expect(untouchable('account-admin', standing({ parked: true }))).toBe('attention')
    expect(untouchable('account-admin', standing())).toBeNull()
  })

  it('is no invitation once the person has registered, and without email never was one', () => {
    expect(notInvited(standing())).toBeNull()
    expect(notInvited(standing({ kind: 'user', registered: true }))).toBe('registered')
    expect(notInvited(standing({ kind: 'user' }))).toBe('registered')
    expect(notInvited(standing({ kind: 'user', email: null }))).toBe('no-email')
  })
})
