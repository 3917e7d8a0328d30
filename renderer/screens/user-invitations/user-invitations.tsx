import type { Role } from '../../../core/role.ts'
import { t } from '../../messages.ts'
import { usePending } from '../../stores/pending.ts'
import { useShown } from '../use-shown.ts'
import { AttentionPanel } from './attention-panel.tsx'
import { PendingTable } from './pending-table.tsx'
import { PersonForm } from './person-form.tsx'

/** The page that the service's administrators know. `by` is the role of whoever is signed in. */
export function UserInvitations({ by }: { readonly by: Role }) {
  const settled = usePending(({ page, failure }) => page !== null || failure !== null)
  useShown('user-invitations', settled)
  return (
    <main className="page" aria-label={t.desk.userInvitations}>
      <h1 className="visually-hidden">{t.desk.userInvitations}</h1>
      <PersonForm by={by} />
      <AttentionPanel />
      <PendingTable />
    </main>
  )
}
