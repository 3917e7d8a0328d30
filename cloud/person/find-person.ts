import type { CloudDatabase } from '../store/open-database.ts'
import { emailKey } from '../store/people.ts'
import type { RecordRow } from '../store/records.ts'

export type PersonWish = { readonly email: string } | { readonly id: string }

/** All that goes by the name of one person, in all accounts of this cloud. */
export type FoundPerson = {
  /** Who signs in, wherever they do. */
  readonly login: { readonly id: string; readonly name: string; readonly email: string } | null
  /** Living ones, and the tombstone that was asked for by its id. */
  readonly records: readonly RecordRow[]
  /** Of the records and the login; also one that only the logs remember. */
  readonly ids: readonly string[]
  /** In the order of their ids, so that no two transactions wait for each other. */
  readonly accountIds: readonly string[]
}

/** By email, or by the id of a record or login. null: nothing is kept about anybody of the kind. */
export async function findPerson(db: CloudDatabase, wish: PersonWish): Promise<FoundPerson | null> {
  const named = 'id' in wish ? await recordsBy(db, { id: wish.id }) : []
  const email = 'email' in wish ? wish.email : await emailOf(db, wish.id, named)
  const login = await loginOf(db, email, named, 'id' in wish ? wish.id : null)
  const same = [
    ...named,
    ...(email === null ? [] : await recordsBy(db, { email_key: emailKey(email) })),
    ...(login === null ? [] : await recordsBy(db, { person_id: login.id })),
  ]
  const records = [...new Map(same.map((row) => [`${row.account_id} ${row.id}`, row])).values()]
  const remembered = 'id' in wish ? await accountsThatRemember(db, wish.id) : []
  const memberships = login === null ? [] : await accountsOf(db, login.id)
  const accountIds = [
    ...new Set([...records.map((row) => row.account_id), ...memberships, ...remembered]),
  ].toSorted()
  const ids = [
    ...new Set([
      ...records.map(({ id }) => id),
      ...(login === null ? [] : [login.id]),
      ...(remembered.length > 0 && 'id' in wish ? [wish.id] : []),
    ]),
  ]
  return ids.length === 0 ? null : { login, records, ids, accountIds }
}

async function recordsBy(
  db: CloudDatabase,
  by: { readonly id: string } | { readonly email_key: string } | { readonly person_id: string },
): Promise<RecordRow[]> {
  const all = db.selectFrom('record').selectAll()
  if ('id' in by) return all.where('id', '=', by.id).execute()
  if ('person_id' in by) return all.where('person_id', '=', by.person_id).execute()
  return all.where('email_key', '=', by.email_key).execute()
}

async function emailOf(db: CloudDatabase, id: string, records: readonly RecordRow[]) {
  const known = records.find(({ email }) => email !== null)?.email
  if (known != null) return known
  const person = await db
    .selectFrom('person')
    .select('email')
    .where('id', '=', id)
    .executeTakeFirst()
  return person?.email ?? null
}

async function loginOf(
  db: CloudDatabase,
  email: string | null,
  records: readonly RecordRow[],
  id: string | null,
) {
  const ids = [id, ...records.map((row) => row.person_id)].filter((each) => each !== null)
  const row = await db
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where((person) =>
      person.or([
        ...(email === null ? [] : [person('email_key', '=', emailKey(email))]),
        ...(ids.length === 0 ? [] : [person('id', 'in', ids)]),
      ]),
    )
    .executeTakeFirst()
  return row ?? null
}

async function accountsOf(db: CloudDatabase, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('membership')
    .select('account_id')
    .where('person_id', '=', personId)
    .execute()
  return rows.map(({ account_id }) => account_id)
}

/** In whose logs this id is, although nothing else may be left of it. */
async function accountsThatRemember(db: CloudDatabase, id: string): Promise<string[]> {
  const accounts = await db.selectFrom('account').select('id').execute()
  const found: string[] = []
  for (const account of accounts) {
    const entry = await db
      .selectFrom('audit')
      .select('seq')
      .where('account_id', '=', account.id)
      .where((row) => row.or([row('about_id', '=', id), row('who_id', '=', id)]))
      .limit(1)
      .executeTakeFirst()
    const line = await db
      .selectFrom('desk_log')
      .select('seq')
      .where('account_id', '=', account.id)
      .where((row) => row.or([row('record_id', '=', id), row('who_id', '=', id)]))
      .limit(1)
      .executeTakeFirst()
    if (entry || line) found.push(account.id)
  }
  return found
}
