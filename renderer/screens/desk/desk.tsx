import { useEffect } from 'react'
import { app } from '../../bridge.ts'
import { Kit } from '../../components/kit.tsx'
import { t } from '../../messages.ts'
import { pause } from '../../pause.ts'
import { createDraftKeeper } from '../../stores/draft-keeper.ts'
import { useSession } from '../../stores/session.ts'
import { createDeskSubscriptions } from '../../stores/subscribe.ts'
import type { DeskView } from '../../stores/view.ts'
import { UserInvitations } from '../user-invitations/user-invitations.tsx'
import { AccountMenu } from './account-menu.tsx'
import { Announcer } from './announcer.tsx'
import './desk.css'
import { ReaderChip } from './reader-chip.tsx'
import { Sidebar } from './sidebar.tsx'
import { SyncChip } from './sync-chip.tsx'
import { TokenBanner } from './token-banner.tsx'

/** The frame around every screen of somebody who is signed in. */
export default function Desk({ view }: { readonly view: DeskView }) {
  const session = useSession()
  useEffect(() => {
    const subscriptions = createDeskSubscriptions({ app, pause })
    const draft = createDraftKeeper({ people: app.people, pause })
    subscriptions.start()
    draft.start()
    window.addEventListener('blur', draft.keepNow)
    return () => {
      window.removeEventListener('blur', draft.keepNow)
      draft.stop()
      subscriptions.stop()
    }
  }, [])
  if (session.state !== 'signed-in') return null
  const { account, demo } = session.identity

  return (
    <Kit>
      <div className="desk">
        <header className="desk-bar">
          <span className="desk-product">{t.words.product}</span>
          <span className="desk-account">{account.name}</span>
          <ReaderChip />
          <SyncChip />
          <AccountMenu session={session} />
        </header>
        <Sidebar screen={view.screen} />
        <main className="desk-body">
          {demo && (
            <p className="desk-demo" role="note">
              {t.desk.demoBanner}
            </p>
          )}
          <TokenBanner session={session} />
          <UserInvitations by={account.role} />
        </main>
        <Announcer />
      </div>
    </Kit>
  )
}
