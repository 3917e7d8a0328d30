import { create } from 'zustand'
import type { SessionView } from '../../core/session.ts'

/** Who works here, as the rest of the program says; nothing in the window decides it. */
export const useSession = create<SessionView>()(() => ({ state: 'starting' }))

export function setSession(view: SessionView) {
  useSession.setState(view, true)
}

export type SignedIn = Extract<SessionView, { state: 'signed-in' }>

/** Names the desk of one person in one account of one cloud; null while nobody is signed in. */
export function deskOf(session: SessionView): string | null {
  if (session.state !== 'signed-in') return null
  const { cloudId, account, person } = session.identity
  return [cloudId, account.id, person.id].join(' ')
}
