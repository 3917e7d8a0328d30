import { newToken, sha256 } from '../tokens.ts'
import type { CloudDatabase } from './open-database.ts'
import { hasRowLocks } from './row-locks.ts'

/** How long a link is good for. */
export const linkMinutes = 30

/** Also ends the link that may be on its way: it was for the password before. */
export async function setPassword(db: CloudDatabase, personId: string, passwordHash: string) {
  await dropPasswordLink(db, personId)
  await db
    .updateTable('person')
    .set({ password_hash: passwordHash })
    .where('id', '=', personId)
    .execute()
}

/** The hash of somebody who may sign in, which stays as it is until the end of the transaction; or null. */
export async function holdPassword(db: CloudDatabase, personId: string): Promise<string | null> {
  const found = db
    .selectFrom('person')
    .select('password_hash')
    .where('id', '=', personId)
    .where('active', '=', 1)
  const row = await (hasRowLocks(db) ? found.forShare() : found).executeTakeFirst()
  return row?.password_hash ?? null
}

export async function dropPasswordLink(db: CloudDatabase, personId: string) {
  await db.deleteFrom('password_link').where('person_id', '=', personId).execute()
}

/** A link in place of the one before; told only now, since its hash is all that is kept. */
export async function newPasswordToken(
  db: CloudDatabase,
  personId: string,
  now: Date,
): Promise<string> {
  const token = newToken()
  const expires_at = new Date(now.getTime() + linkMinutes * 60_000).toISOString()
  const link = { hash: sha256(token), expires_at }
  await db
    .insertInto('password_link')
    .values({ person_id: personId, ...link })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(link))
    .execute()
  return token
}

/** Takes a link back that nobody has got. */
export async function removePasswordToken(db: CloudDatabase, token: string) {
  await db.deleteFrom('password_link').where('hash', '=', sha256(token)).execute()
}

/** Whose link this is; null: it is used, replaced by a later one, too old or made up. */
export async function findPasswordLink(
  db: CloudDatabase,
  token: string,
  now: string,
): Promise<{ readonly personId: string; readonly email: string } | null> {
  const row = await db
    .selectFrom('password_link')
    .innerJoin('person', 'person.id', 'password_link.person_id')
    .select(['person.id', 'person.email'])
    .where('password_link.hash', '=', sha256(token))
    .where('password_link.expires_at', '>', now)
    .where('person.active', '=', 1)
    .executeTakeFirst()
  return row ? { personId: row.id, email: row.email } : null
}

/** Uses the link up; of several who try at once one succeeds. */
export async function usePasswordLink(
  db: CloudDatabase,
  token: string,
  now: string,
): Promise<boolean> {
  const used = await db
    .deleteFrom('password_link')
    .where('hash', '=', sha256(token))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return used.numDeletedRows > 0n
}
