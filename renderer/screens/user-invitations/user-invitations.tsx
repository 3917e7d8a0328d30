import { type Role, mayInviteByEmail } from '../../../core/role.ts'
import { t } from '../../messages.ts'
import { usePending } from '../../stores/pending.ts'
import { useShown } from '../use-shown.ts'
import { AttentionPanel } from './attention-panel.tsx'
import { NoticesStrip } from './notices-strip.tsx'
import { PendingDialogs } from './pending-dialogs.tsx'
import { PendingTable } from './pending-table.tsx'
import { PersonForm } from './person-form.tsx'
import { useTapsGoWhereFocusIs } from './use-taps.ts'

/**
 * The page that the service's administrators know. `by` is the role of whoever is signed in; an
 * installer invites nobody by email, so nothing is ever pending for them.
 */
export function UserInvitations({ by }: { readonly by: Role }) {
  const settled = usePending(({ page, failure }) => page !== null || failure !== null)
  useShown('user-invitations', settled)
  useTapsGoWhereFocusIs()
  return (
    <div className="page">
      <h1 className="visually-hidden">{t.desk.userInvitations}</h1>
      <PersonForm by={by} />
      <AttentionPanel by={by} />
      <NoticesStrip />
      {mayInviteByEmail(by) && <PendingTable by={by} />}
      <PendingDialogs />
    </div>
  )
}
