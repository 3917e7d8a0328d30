import { randomUUID } from 'node:crypto'
import { type Result, fail, ok } from '../../contracts/result.ts'
import { email as emailShape } from '../../core/person.ts'
import { shortestPassword } from '../../core/password.ts'
import { hashPassword } from '../password.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { findLogin, insertPerson } from '../store/people.ts'
import { newToken } from '../tokens.ts'

export type NewLogin = {
  readonly email: string
  readonly personName: string
  /** null: one is made. */
  readonly password: string | null
}

export type PreparedLogin = {
  readonly personId: string
  /** Present when it was made here: it is nowhere else. */
  readonly made: { readonly password?: string }
  /** Inside the caller's transaction; nothing for a person who exists. */
  insert(db: CloudDatabase, at: string): Promise<void>
}

/** A person with this email who exists keeps their login and password. */
export async function prepareLogin(
  db: CloudDatabase,
  login: NewLogin,
): Promise<Result<PreparedLogin, 'email' | 'password-short'>> {
  const email = emailShape.safeParse(login.email)
  if (!email.success) return fail('email')
  const given = login.password
  if (given !== null && given.length < shortestPassword) return fail('password-short')

  const known = await findLogin(db, email.data)
  if (known) return ok({ personId: known.id, made: {}, insert: async () => {} })
  const password = given ?? newToken().slice(0, 20)
  const passwordHash = await hashPassword(password)
  const person = { email: email.data, name: login.personName || email.data, passwordHash }
  const personId = randomUUID()
  return ok({
    personId,
    made: given === null ? { password } : {},
    insert: (transaction, at) => insertPerson(transaction, { id: personId, ...person }, at),
  })
}
