import { type Result, fail, ok } from '../../contracts/result.ts'
import { hashPassword, shortestPassword } from '../password.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { inTransaction } from '../store/row-locks.ts'
import { endSessions } from '../store/sessions.ts'
import { newToken } from '../tokens.ts'
import { type MemberRefusal, memberOf } from './members.ts'

/** `password` null: one is made, and in the answer. Whoever is signed in with the old one is not any more. */
export async function renewPassword(
  database: CloudDatabase,
  accountId: string,
  { email, password }: { readonly email: string; readonly password: string | null },
): Promise<Result<{ email: string; signedOut: number; password?: string }, MemberRefusal>> {
  if (password !== null && password.length < shortestPassword) return fail('password-short')
  const renewed = password ?? newToken().slice(0, 20)
  const passwordHash = await hashPassword(renewed)
  return inTransaction(database, async (db) => {
    const member = await memberOf(db, accountId, email)
    if (!member.ok) return member
    const { personId } = member.value
    await db
      .updateTable('person')
      .set({ password_hash: passwordHash })
      .where('id', '=', personId)
      .execute()
    const signedOut = await endSessions(db, personId, 'password-changed')
    return ok({ email, signedOut, ...(password === null ? { password: renewed } : {}) })
  })
}

/** Ends the person's sign-in at every desk. */
export async function signOutMember(
  database: CloudDatabase,
  accountId: string,
  { email }: { readonly email: string },
): Promise<Result<{ email: string; signedOut: number }, MemberRefusal>> {
  return inTransaction(database, async (db) => {
    const member = await memberOf(db, accountId, email)
    if (!member.ok) return member
    return ok({ email, signedOut: await endSessions(db, member.value.personId, 'revoked') })
  })
}
