import { Suspense, lazy, useCallback, useEffect, useState } from 'react'
import { app } from '../../bridge.ts'
import { t } from '../../messages.ts'
import { pause } from '../../pause.ts'
import { createKeyboardListener } from '../../keyboard-reader/listen.ts'
import { createDraftKeeper } from '../../stores/draft-keeper.ts'
import { useCardDetails } from '../../stores/card-details.ts'
import { useChoosing } from '../../stores/choosing.ts'
import { useLockDialog } from '../../stores/lock-desk.ts'
import { returnFocus } from '../../stores/locking.ts'
import { useSecondFactorDialog } from '../../stores/second-factor.ts'
import { type SignedIn, useSession } from '../../stores/session.ts'
import { createDeskSubscriptions } from '../../stores/subscribe.ts'
import { takeTyped, useWedge } from '../../stores/wedge.ts'
import type { DeskView } from '../../stores/view.ts'
import { Toasts } from '../user-invitations/toasts.tsx'
import { UserInvitations } from '../user-invitations/user-invitations.tsx'
import { Users } from '../users/users.tsx'
import { AccountMenu } from './account-menu.tsx'
import { Announcer } from './announcer.tsx'
import { ChannelBanner } from './channel-banner.tsx'
import './desk.css'
import { ReaderChip } from './reader-chip.tsx'
import { Sidebar } from './sidebar.tsx'
import { RegionBanner } from './region-banner.tsx'
import { SyncChip } from './sync-chip.tsx'
import { TapAnswer } from './tap-answer.tsx'
import { TokenBanner } from './token-banner.tsx'
import { useScreens } from './use-screens.ts'
import { useShortcuts } from './use-shortcuts.ts'

const CardDetails = lazy(() => import('../card-details/card-details.tsx'))
const ChooseCard = lazy(() => import('../unknown-cards/choose-card.tsx'))
const CardProfile = lazy(() => import('../card-profile/card-profile.tsx'))
const WedgeDialog = lazy(() => import('../readers/wedge-dialog.tsx'))
const Roster = lazy(() => import('../roster/roster.tsx'))
const AuditLog = lazy(() => import('../audit-log/audit-log.tsx'))
const DeskLog = lazy(() => import('../desk-log/desk-log.tsx'))
const QuickScan = lazy(() => import('../quick-scan/quick-scan.tsx'))
const UnknownCards = lazy(() => import('../unknown-cards/unknown-cards.tsx'))
const Readers = lazy(() => import('../readers/readers.tsx'))
const LockDialog = lazy(() => import('../lock-dialog/lock-dialog.tsx'))
const SecondFactorDialog = lazy(() => import('../second-factor/second-factor-dialog.tsx'))
const SignedInDesks = lazy(() => import('../signed-in-desks/signed-in-desks.tsx'))
const ShortcutSheet = lazy(() => import('./shortcut-sheet.tsx'))

/** The frame around every screen of somebody who is signed in. */
export default function Desk({ view }: { readonly view: DeskView }) {
  const session = useSession()
  useEffect(() => {
    const subscriptions = createDeskSubscriptions({ app, pause })
    const draft = createDraftKeeper({ people: app.people, pause })
    const keyboard = createKeyboardListener({
      onTyped: (typed) => void takeTyped(app.reader, typed),
    })
    keyboard.start()
    subscriptions.start()
    draft.start()
    window.addEventListener('blur', draft.keepNow)
    return () => {
      window.removeEventListener('blur', draft.keepNow)
      keyboard.stop()
      draft.stop()
      subscriptions.stop()
    }
  }, [])
  if (session.state !== 'signed-in') return null
  return <Frame session={session} view={view} />
}

function Frame({ session, view }: { readonly session: SignedIn; readonly view: DeskView }) {
  const { account, demo } = session.identity
  const [help, setHelp] = useState(false)
  const learning = useWedge((wedge) => wedge.learning !== null)
  const openHelp = useCallback(() => setHelp(true), [])
  useShortcuts(openHelp)
  const { card } = useCardDetails()
  const { take } = useChoosing()
  const locking = useLockDialog(({ open }) => open !== null)
  const twoSteps = useSecondFactorDialog(({ open }) => open)
  useEffect(returnFocus, [])
  const screens = useScreens(account.role)
  const mayOpen = view.screen === 'signed-in-desks' || screens.includes(view.screen)
  const screen = mayOpen ? view.screen : 'user-invitations'

  return (
    <div className="desk">
      <header className="desk-bar">
        <span className="desk-product">{t.words.product}</span>
        <span className="desk-account">{account.name}</span>
        <ReaderChip />
        <SyncChip />
        <AccountMenu session={session} onHelp={openHelp} />
      </header>
      <Sidebar screen={screen} screens={screens} />
      <main className="desk-body">
        {demo && (
          <p className="desk-demo" role="note">
            {t.desk.demoBanner}
          </p>
        )}
        <TokenBanner session={session} />
        <ChannelBanner />
        <RegionBanner by={account.role} />
        <Screen screen={screen} session={session} />
        <Toasts />
      </main>
      <Announcer />
      <TapAnswer />
      {learning && (
        <Suspense fallback={null}>
          <WedgeDialog />
        </Suspense>
      )}
      {card !== null && (
        <Suspense fallback={null}>
          <CardDetails card={card} />
        </Suspense>
      )}
      {take !== null && (
        <Suspense fallback={null}>
          <ChooseCard onTake={take} />
        </Suspense>
      )}
      {locking && (
        <Suspense fallback={null}>
          <LockDialog />
        </Suspense>
      )}
      {twoSteps && (
        <Suspense fallback={null}>
          <SecondFactorDialog email={session.identity.person.email} />
        </Suspense>
      )}
      {help && (
        <Suspense fallback={null}>
          <ShortcutSheet onClose={() => setHelp(false)} />
        </Suspense>
      )}
    </div>
  )
}

type ScreenProps = { readonly screen: DeskView['screen']; readonly session: SignedIn }

function Screen({ screen, session }: ScreenProps) {
  const by = session.identity.account.role
  switch (screen) {
    case 'users':
      return <Users by={by} />
    case 'user-invitations':
      return <UserInvitations by={by} />
    case 'card-profile':
      return (
        <Suspense fallback={null}>
          <CardProfile />
        </Suspense>
      )
    case 'roster':
      return (
        <Suspense fallback={null}>
          <Roster by={by} />
        </Suspense>
      )
    case 'quick-scan':
      return (
        <Suspense fallback={null}>
          <QuickScan />
        </Suspense>
      )
    case 'unknown-cards':
      return (
        <Suspense fallback={null}>
          <UnknownCards by={by} />
        </Suspense>
      )
    case 'audit-log':
      return (
        <Suspense fallback={null}>
          <AuditLog />
        </Suspense>
      )
    case 'desk-log':
      return (
        <Suspense fallback={null}>
          <DeskLog />
        </Suspense>
      )
    case 'signed-in-desks':
      return (
        <Suspense fallback={null}>
          <SignedInDesks session={session} />
        </Suspense>
      )
    case 'readers':
      return (
        <Suspense fallback={null}>
          <Readers />
        </Suspense>
      )
  }
}
