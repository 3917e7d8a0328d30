import { randomUUID } from 'node:crypto'
import { percentile } from '../figures.ts'
import type { Place } from './databases.ts'
import { type Way, batchOfNew, openWay } from './way.ts'

const accounts = [1, 10, 100, 1000] as const
const most = Number(process.env['TAPDESK_BENCH_ROWS'] ?? 1_000_000)
const rows = [1_000, 10_000, 100_000, 1_000_000].filter((count) => count <= most)
const atOnce = 100
const batches = 20

export type Growth = {
  readonly accounts: number
  readonly rows: number
  /** Median of a batch, divided by its items. */
  readonly msPerItem: number
}

/** What an item costs as accounts and rows grow, all in one database; rows are spread evenly over accounts. `tell`: each as it is known. */
export async function measureGrowth(
  place: Place,
  tell: (found: Growth) => void,
): Promise<Growth[]> {
  const found: Growth[] = []
  for (const each of accounts) {
    const way = await openWay(place, `growth_${each}`)
    await way.post(batchOfNew(1).body)
    const database = await place.rows(`growth_${each}`)
    const ids = await addAccounts(database, way, each)
    let there = 0
    for (const wanted of rows) {
      await addRows(database, way, { accounts: ids, from: there, to: wanted })
      there = wanted
      const now = { accounts: each, rows: wanted, msPerItem: await costOf(way, ids) }
      tell(now)
      found.push(now)
    }
    await database.close()
    await way.cloud.end()
  }
  return found
}

type Database = Awaited<ReturnType<Place['rows']>>

async function addAccounts(database: Database, way: Way, count: number) {
  const ids = [way.accountId, ...Array.from({ length: count - 1 }, () => randomUUID())]
  for (const id of ids.slice(1)) {
    await database.all(`insert into account (id, name, created_at)
      values ('${id}', 'Account', '2026-11-25T00:00:00.000Z') returning id`)
    await database.all(`insert into membership (person_id, account_id, role)
      values ('${way.personId}', '${id}', 'account-admin') returning account_id`)
  }
  return ids
}

/** Copies of the one record of the first account under new ids, with their entries in the ledger. */
async function addRows(
  database: Database,
  way: Way,
  { accounts: ids, from, to }: { accounts: readonly string[]; from: number; to: number },
) {
  await database.all('drop table if exists numbered_account')
  await database.all('create table numbered_account (nth integer primary key, id text not null)')
  for (const [nth, id] of ids.entries()) {
    await database.all(`insert into numbered_account values (${nth}, '${id}') returning nth`)
  }
  await database.all(`insert into ledger (account_id, op_id, hash, outcome, record_id, version, at)
    select a.id, gen_random_uuid()::text, l.hash, l.outcome, l.record_id, l.version, l.at
    from (select * from ledger where account_id = '${way.accountId}' and outcome = 'applied' limit 1) l,
      generate_series(${from}, ${to - 1}) n join numbered_account a on a.nth = n % ${ids.length}`)
  // Column by column: PostgreSQL takes five times as long to take a row apart and put it together.
  const columns = await database.all(`select column_name as name from information_schema.columns
    where table_name = 'record' and table_schema = 'public'`)
  const names = columns.map(({ name }) => String(name))
  const values = names.map((name) => ofCopies[name] ?? `r."${name}"`)
  await database.all(`insert into record (${names.map((name) => `"${name}"`).join()})
    select ${values.join()}
    from (select * from record where account_id = '${way.accountId}' order by seq desc limit 1) r,
      generate_series(${from}, ${to - 1}) n join numbered_account a on a.nth = n % ${ids.length}`)
  await database.all(`update account set feed_seq = greatest(feed_seq, ${to + 100_000})`)
  await database.all('analyze')
}

/** What tells a copy from the record that it was made of. */
const ofCopies: Readonly<Record<string, string>> = {
  account_id: 'a.id',
  id: 'gen_random_uuid()::text',
  seq: '10 + n',
  card_id: 'null',
}

async function costOf(way: Way, ids: readonly string[]): Promise<number> {
  const times: number[] = []
  for (let nth = 0; nth < batches; nth += 1) {
    const account = ids[Math.floor((nth * ids.length) / batches)]
    const { body } = batchOfNew(atOnce)
    const begun = performance.now()
    await way.post(body, account)
    times.push((performance.now() - begun) / atOnce)
  }
  return percentile(times, 0.5)
}
