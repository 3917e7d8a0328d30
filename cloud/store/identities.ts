import type { CloudDatabase } from './open-database.ts'

/** Somebody as a provider of sign-ins knows them; both parts are compared as they are. */
export type Known = { readonly issuer: string; readonly subject: string }

/** Whose id this is; null: nobody's yet. */
export async function findIdentity(db: CloudDatabase, known: Known): Promise<string | null> {
  const row = await db
    .selectFrom('person_identity')
    .select('person_id')
    .where('issuer', '=', known.issuer)
    .where('subject', '=', known.subject)
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** What this issuer calls a person; null: it was never asked. */
export async function identityOf(
  db: CloudDatabase,
  personId: string,
  issuer: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('person_identity')
    .select('subject')
    .where('person_id', '=', personId)
    .where('issuer', '=', issuer)
    .executeTakeFirst()
  return row?.subject ?? null
}

export async function linkIdentity(
  db: CloudDatabase,
  { issuer, subject, personId }: Known & { readonly personId: string },
  now: string,
) {
  await db
    .insertInto('person_identity')
    .values({ issuer, subject, person_id: personId, linked_at: now })
    .execute()
}

/** Answers how many there were. */
export async function unlinkIdentities(db: CloudDatabase, personId: string): Promise<number> {
  const done = await db
    .deleteFrom('person_identity')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return Number(done.numDeletedRows)
}
