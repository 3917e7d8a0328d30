import { describe, expect, it } from 'vitest'
import type { SessionView } from '../../core/session.ts'
import { type View, viewAfter } from './view.ts'

const signedOut: SessionView = { state: 'signed-out', cloudUrl: '', email: '', waiting: [] }
const signedIn: SessionView = {
  state: 'signed-in',
  identity: {
    cloudUrl: 'https://cloud.example.com',
    cloudId: '01936a2f-0000-4000-8000-000000000001',
    demo: false,
    person: { id: '01936a2f-0000-4000-8000-000000000002', email: 'a@b.fi', name: 'Aino' },
    account: { id: '01936a2f-0000-4000-8000-000000000003', name: 'Office', role: 'installer' },
  },
  accounts: [],
  token: 'keyring',
  workOffline: false,
}
const page: View = { screen: 'user-invitations' }

describe('viewAfter', () => {
  it('opens the invitations for whoever signs in', () => {
    expect(viewAfter(signedIn, { screen: 'sign-in' })).toEqual(page)
  })

  it('leaves the screen alone when only details of the session change', () => {
    expect(viewAfter(signedIn, page)).toBe(page)
  })

  it('never shows a desk to somebody who is signed out', () => {
    expect(viewAfter(signedOut, page)).toEqual({ screen: 'sign-in' })
  })

  it('says at once when the data cannot be used', () => {
    const blocked: SessionView = { state: 'blocked', refusal: 'disk-full', path: '/data' }
    expect(viewAfter(blocked, page)).toEqual({ screen: 'blocked' })
  })

  it('shows nothing of a desk that is locked, and goes on where it was afterwards', () => {
    const locked: SessionView = { state: 'locked', name: 'Aino', demo: false, taps: 0 }
    expect(viewAfter(locked, { screen: 'starting' })).toEqual({ screen: 'locked' })
    expect(viewAfter(locked, { screen: 'locked' })).toEqual({ screen: 'locked' })
    const before = { screen: 'roster' } as const
    expect(viewAfter(signedIn, { screen: 'locked' }, before)).toEqual(before)
    expect(viewAfter(signedIn, { screen: 'locked' }, null)).toEqual(page)
    expect(viewAfter(signedIn, { screen: 'sign-in' }, before)).toEqual(page)
  })

  it('asks for no PIN in a page that is about to be loaded anew', () => {
    const locked: SessionView = { state: 'locked', name: 'Aino', demo: false, taps: 0 }
    const locking = viewAfter(locked, page)
    expect(locking).toEqual({ screen: 'locking' })
    expect(viewAfter({ ...locked, taps: 1 }, locking)).toEqual({ screen: 'locking' })
  })
})
