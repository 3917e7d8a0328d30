import { describe, expect, it } from 'vitest'
import type { InvitationMail } from '../../core/record.ts'
import { rowState } from './row-state.ts'

const expiresAt = '2026-12-01T10:00:00Z'
const before = Date.parse(expiresAt) - 1
const mail: InvitationMail = { state: 'sent', reason: null, openedAt: null, expiresAt }

describe('rowState', () => {
  it('tells the way to the cloud first', () => {
    for (const delivery of ['saved', 'sending', 'attention'] as const) {
      expect(rowState({ delivery, mail: { ...mail, state: 'refused' } }, before)).toEqual({
        kind: delivery,
      })
    }
  })

  it('says no more than “in the cloud” until the mail is on its way', () => {
    expect(rowState({ delivery: 'sent', mail: null }, before)).toEqual({ kind: 'sent' })
    expect(rowState({ delivery: 'sent', mail: { ...mail, state: 'queued' } }, before)).toEqual({
      kind: 'sent',
    })
  })

  it('follows the mail from there', () => {
    const openedAt = '2026-11-20T08:00:00Z'
    expect(rowState({ delivery: 'sent', mail }, before)).toMatchObject({ kind: 'mailed' })
    expect(rowState({ delivery: 'sent', mail: { ...mail, openedAt } }, before)).toEqual({
      kind: 'opened',
      at: openedAt,
    })
  })

  it('expires at the moment itself, opened or not', () => {
    for (const openedAt of [null, '2026-11-20T08:00:00Z']) {
      expect(rowState({ delivery: 'sent', mail: { ...mail, openedAt } }, before + 1).kind).toBe(
        'expired',
      )
    }
  })

  it('keeps the reason of a refused mail in view, also when it has expired', () => {
    const refused = { ...mail, state: 'refused' as const, reason: 'mailbox unknown' }
    expect(rowState({ delivery: 'sent', mail: refused }, before + 1)).toEqual({
      kind: 'refused',
      reason: 'mailbox unknown',
    })
  })
})
