import { create } from 'zustand'
import type { SessionView } from '../../core/session.ts'

/** What the window shows. Deep links and menu commands become one of these. */
export type View =
  | { readonly screen: 'starting' }
  | { readonly screen: 'sign-in' }
  | { readonly screen: 'blocked' }
  | { readonly screen: 'locked' }
  /** The page that was shown until the desk was locked, about to be loaded anew: it shows nothing. */
  | { readonly screen: 'locking' }
  | DeskView

/** What stands beside the sidebar while somebody is signed in. */
const deskScreens = [
  'user-invitations',
  'users',
  'roster',
  'quick-scan',
  'unknown-cards',
  'desk-log',
  'audit-log',
  'card-profile',
  'readers',
  'signed-in-desks',
] as const

export type DeskView = { readonly screen: (typeof deskScreens)[number] }

export function isDesk(view: { readonly screen: string }): view is DeskView {
  return deskScreens.some((each) => each === view.screen)
}

export const useView = create<View>()(() => ({ screen: 'starting' }))

export function show(view: View) {
  useView.setState(view, true)
}

/**
 * A change of session moves the window only where the present screen makes no sense any more. `before`:
 * what was shown when the desk was locked.
 */
export function viewAfter(
  session: SessionView,
  present: View,
  before: DeskView | null = null,
): View {
  switch (session.state) {
    case 'starting':
      return { screen: 'starting' }
    case 'signed-out':
      return { screen: 'sign-in' }
    case 'blocked':
      return { screen: 'blocked' }
    case 'locked':
      return { screen: isDesk(present) || present.screen === 'locking' ? 'locking' : 'locked' }
    case 'signed-in':
      if (isDesk(present)) return present
      return (present.screen === 'locked' ? before : null) ?? { screen: 'user-invitations' }
  }
}
