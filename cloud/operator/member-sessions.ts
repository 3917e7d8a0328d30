import { type Result, fail, ok } from '../../contracts/result.ts'
import { type Named, auditEverywhere } from '../audit/audit.ts'
import type { AuditWhat } from '../../core/audit/audit-what.ts'
import { shortestPassword } from '../../core/password.ts'
import { hashPassword } from '../password.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { setPassword } from '../store/passwords.ts'
import { inTransaction } from '../store/row-locks.ts'
import { endSessions } from '../store/end-sessions.ts'
import { removeSecondFactor } from '../store/second-factor.ts'
import { newToken } from '../tokens.ts'
import { type MemberRefusal, memberOf } from './members.ts'

/** `password` null: one is made, and in the answer. Whoever is signed in with the old one is not any more. */
export async function renewPassword(
  database: CloudDatabase,
  accountId: string,
  { email, password }: { readonly email: string; readonly password: string | null },
  now: Date,
): Promise<Result<{ email: string; signedOut: number; password?: string }, MemberRefusal>> {
  if (password !== null && password.length < shortestPassword) return fail('password-short')
  const renewed = password ?? newToken().slice(0, 20)
  const passwordHash = await hashPassword(renewed)
  return inTransaction(database, async (db) => {
    const member = await memberOf(db, accountId, email)
    if (!member.ok) return member
    const { personId, name } = member.value
    await setPassword(db, personId, passwordHash)
    const signedOut = await endSessions(db, personId, 'password-changed')
    await tellOf(db, 'password-reset', { id: personId, name }, now)
    return ok({ email, signedOut, ...(password === null ? { password: renewed } : {}) })
  })
}

/** Ends the person's sign-in at every desk. */
export async function signOutMember(
  database: CloudDatabase,
  accountId: string,
  { email }: { readonly email: string },
  now: Date,
): Promise<Result<{ email: string; signedOut: number }, MemberRefusal>> {
  return inTransaction(database, async (db) => {
    const member = await memberOf(db, accountId, email)
    if (!member.ok) return member
    const { personId, name } = member.value
    const signedOut = await endSessions(db, personId, 'revoked')
    await tellOf(db, 'desk-revoked', { id: personId, name }, now)
    return ok({ email, signedOut })
  })
}

/** Takes a second factor away that its person has lost. */
export async function endSecondFactor(
  database: CloudDatabase,
  accountId: string,
  { email }: { readonly email: string },
  now: Date,
): Promise<Result<{ email: string; secondFactor: false }, MemberRefusal>> {
  return inTransaction(database, async (db) => {
    const member = await memberOf(db, accountId, email)
    if (!member.ok) return member
    const { personId, name } = member.value
    if (!(await removeSecondFactor(db, personId))) return fail('second-factor-none')
    await tellOf(db, 'second-factor-off', { id: personId, name }, now)
    return ok({ email, secondFactor: false })
  })
}

/** A login is the same in each account of its person. */
async function tellOf(db: CloudDatabase, what: AuditWhat, about: Named, now: Date) {
  await auditEverywhere(db, about.id, { who: null, what, about }, now.toISOString())
}
