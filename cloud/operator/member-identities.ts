import { type Result, fail, ok } from '../../contracts/result.ts'
import { auditEverywhere } from '../audit/audit.ts'
import { findIdentity, identityOf, linkIdentity, unlinkIdentities } from '../store/identities.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { inTransaction } from '../store/row-locks.ts'
import { endSessions } from '../store/end-sessions.ts'
import { type MemberRefusal, memberOf } from './members.ts'

type Whom = { readonly email: string; readonly issuer: string; readonly subject: string }

/** Says who somebody is for a provider, in place of an email that it does not verify. */
export async function linkMember(
  database: CloudDatabase,
  accountId: string,
  { email, issuer, subject }: Whom,
  now: Date,
): Promise<Result<Whom, MemberRefusal>> {
  return inTransaction(database, async (db) => {
    const member = await memberOf(db, accountId, email)
    if (!member.ok) return member
    const { personId, name } = member.value
    const taken = await findIdentity(db, { issuer, subject })
    const before = await identityOf(db, personId, issuer)
    if (taken !== null || before !== null) return fail('identity-known')
    const at = now.toISOString()
    await linkIdentity(db, { issuer, subject, personId }, at)
    const about = { id: personId, name }
    await auditEverywhere(db, personId, { who: null, what: 'identity-linked', about }, at)
    return ok({ email, issuer, subject })
  })
}

/** Whoever came in as them is signed out; the next one is found by email again. */
export async function unlinkMember(
  database: CloudDatabase,
  accountId: string,
  { email }: { readonly email: string },
  now: Date,
): Promise<Result<{ email: string; unlinked: number; signedOut: number }, MemberRefusal>> {
  return inTransaction(database, async (db) => {
    const member = await memberOf(db, accountId, email)
    if (!member.ok) return member
    const { personId, name } = member.value
    const unlinked = await unlinkIdentities(db, personId)
    if (unlinked === 0) return fail('identity-none')
    const signedOut = await endSessions(db, personId, 'revoked')
    const about = { id: personId, name }
    const entry = { who: null, what: 'identity-unlinked', about } as const
    await auditEverywhere(db, personId, entry, now.toISOString())
    return ok({ email, unlinked, signedOut })
  })
}
