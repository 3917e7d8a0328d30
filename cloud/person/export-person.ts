import { type Result, fail, ok } from '../../contracts/result.ts'
import { audit } from '../audit/audit.ts'
import { entryOf } from '../store/audit-pages.ts'
import { lineOf } from '../store/desk-log.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { type RecordRow, changeOf } from '../store/records.ts'
import { inTransaction } from '../store/row-locks.ts'
import { readSecondFactor } from '../store/second-factor.ts'
import { type FoundPerson, type PersonWish, findPerson } from './find-person.ts'
import { type PersonExport, personExport } from './person-export.ts'

type Account = { readonly id: string; readonly name: string }

/** Everything that is kept about somebody, of one moment; that it was asked for is audited. */
export async function exportPerson(
  database: CloudDatabase,
  wish: PersonWish,
  now: Date,
): Promise<Result<PersonExport, 'person-unknown'>> {
  return inTransaction(database, async (db) => {
    const found = await findPerson(db, wish)
    if (found === null) return fail('person-unknown')
    const at = now.toISOString()
    const rows = await db
      .selectFrom('account')
      .select(['id', 'name'])
      .where('id', 'in', found.accountIds)
      .execute()
    const accounts = new Map(rows.map((row) => [row.id, row]))
    const known = (id: string): Account => accounts.get(id) ?? { id, name: '' }
    const document = personExport.parse({
      exportedAt: at,
      login: await loginIn(db, found, known),
      records: await Promise.all(found.records.map((row) => recordIn(db, row, known))),
      ...(await logsOf(db, found, known)),
    })
    for (const accountId of found.accountIds) {
      const entries = found.ids.map((id) => ({
        who: null,
        what: 'exported' as const,
        about: { id, name: null },
      }))
      await audit(db, accountId, entries, at)
    }
    return ok(document)
  })
}

async function loginIn(
  db: CloudDatabase,
  { login }: FoundPerson,
  known: (id: string) => Account,
): Promise<PersonExport['login']> {
  if (login === null) return null
  const person = await db
    .selectFrom('person')
    .select(['id', 'email', 'name', 'active', 'created_at'])
    .where('id', '=', login.id)
    .executeTakeFirstOrThrow()
  const memberships = await db
    .selectFrom('membership')
    .leftJoin('region', (join) =>
      join
        .onRef('region.account_id', '=', 'membership.account_id')
        .onRef('region.id', '=', 'membership.region_id'),
    )
    .select(['membership.account_id', 'membership.role', 'region.name as region'])
    .where('membership.person_id', '=', login.id)
    .execute()
  const former = await db
    .selectFrom('former_region')
    .innerJoin('region', (join) =>
      join
        .onRef('region.account_id', '=', 'former_region.account_id')
        .onRef('region.id', '=', 'former_region.region_id'),
    )
    .select(['region.account_id', 'region.name'])
    .where('former_region.person_id', '=', login.id)
    .execute()
  const desks = await db
    .selectFrom('desk_session')
    .select(['desk_id as id', 'desk_name as name', 'created_at as signedInAt', 'ended'])
    .where('person_id', '=', login.id)
    .execute()
  const identities = await db
    .selectFrom('person_identity')
    .select(['issuer', 'subject', 'linked_at as linkedAt'])
    .where('person_id', '=', login.id)
    .execute()
  const places = await db
    .selectFrom('known_place')
    .select('place')
    .where('person_id', '=', login.id)
    .execute()
  const { on, ...factor } = await readSecondFactor(db, login.id)
  return {
    id: person.id,
    email: person.email,
    name: person.name,
    active: person.active === 1,
    createdAt: person.created_at,
    memberships: memberships.map(({ account_id, role, region }) => ({
      account: known(account_id),
      role,
      region,
      formerRegions: former.filter((row) => row.account_id === account_id).map(({ name }) => name),
    })),
    secondFactor: on ? factor : null,
    knownPlaces: places.length,
    desks,
    identities,
  }
}

async function recordIn(db: CloudDatabase, row: RecordRow, known: (id: string) => Account) {
  const mails = await db
    .selectFrom('mail')
    .select(['email as to', 'queued_at as queuedAt', 'attempts'])
    .where('account_id', '=', row.account_id)
    .where('record_id', '=', row.id)
    .execute()
  const operations = await db
    .selectFrom('ledger')
    .select(['op_id as opId', 'at', 'outcome', 'code as refusal', 'version'])
    .where('account_id', '=', row.account_id)
    .where('record_id', '=', row.id)
    .orderBy('at')
    .execute()
  const { id, version, state } = changeOf(row)
  const account = known(row.account_id)
  return { account, id, version, changedAt: row.changed_at, state, mails, operations }
}

async function logsOf(
  db: CloudDatabase,
  { ids, accountIds }: FoundPerson,
  known: (id: string) => Account,
) {
  const lines = await db
    .selectFrom('desk_log')
    .selectAll()
    .where('account_id', 'in', accountIds)
    .where((row) => row.or([row('record_id', 'in', ids), row('who_id', 'in', ids)]))
    .orderBy('account_id')
    .orderBy('seq')
    .execute()
  const entries = await db
    .selectFrom('audit')
    .selectAll()
    .where('account_id', 'in', accountIds)
    .where((row) => row.or([row('about_id', 'in', ids), row('who_id', 'in', ids)]))
    .orderBy('account_id')
    .orderBy('seq')
    .execute()
  return {
    deskLog: lines.map((row) => ({
      account: known(row.account_id),
      line: lineOf(whole(row), row),
    })),
    audit: entries.map((row) => ({ account: known(row.account_id), entry: entryOf(row) })),
  }
}

const whole = ({ account_id: accountId }: { readonly account_id: string }) =>
  ({ accountId, sight: { of: 'account' } }) as const
