import { mayRevokeDesks } from '../../../core/role.ts'
import '../../components/empty.css'
import { t } from '../../messages.ts'
import type { SignedIn } from '../../stores/session.ts'
import '../desk-log/desk-log.css'
import { MemberDesks } from './member-desks.tsx'
import { OwnDesks } from './own-desks.tsx'
import './signed-in-desks.css'

/** Where people are signed in, and the end of that; of others than oneself for Account Admins. */
export default function SignedInDesks({ session }: { readonly session: SignedIn }) {
  const { account } = session.identity
  return (
    <div className="page signed-in" key={account.id}>
      <h1 className="visually-hidden">{t.signIns.title}</h1>
      <OwnDesks />
      {mayRevokeDesks(account.role) && <MemberDesks account={account.name} />}
    </div>
  )
}
