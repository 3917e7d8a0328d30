import path from 'node:path'
import Driver from 'better-sqlite3'
import { Client } from 'pg'
import { once, startPostgres, urlOf } from '../../support/postgres.ts'

type Row = Readonly<Record<string, unknown>>

/** Speaks to the database of a cloud past all of its code. */
export type Rows = {
  all(sql: string): Promise<Row[]>
  /** Multi-row upserts of these rows of tables, in one transaction. */
  upsert(
    tables: readonly { readonly table: string; readonly rows: readonly Row[] }[],
  ): Promise<void>
  close(): Promise<void>
}

/** Where a cloud keeps its things: a new place for each name. */
export type Place = {
  readonly kind: 'postgres' | 'sqlite'
  where(name: string): Promise<{ readonly dataDir: string; readonly databaseUrl?: string }>
  rows(name: string): Promise<Rows>
  stop(): Promise<void>
}

export async function onPostgres(scratch: string): Promise<Place> {
  const postgres = await startPostgres()
  const { port } = postgres
  return {
    kind: 'postgres',
    async where(name) {
      await once(port, 'postgres', `create database ${name}`)
      return { dataDir: path.join(scratch, name), databaseUrl: urlOf(port, name) }
    },
    async rows(name) {
      const client = new Client({ connectionString: urlOf(port, name) })
      // What failed first is told; that the server ends afterwards is not.
      client.on('error', () => {})
      await client.connect()
      return {
        all: async (sql) => (await client.query<Row>(sql)).rows,
        async upsert(tables) {
          await client.query('begin')
          for (const each of tables) {
            const { sql, values } = upsertOf(each, (nth) => `$${nth}`)
            await client.query(sql, values)
          }
          await client.query('commit')
        },
        close: () => client.end(),
      }
    },
    stop: () => postgres.stop(),
  }
}

export function onSqlite(scratch: string): Place {
  const folder = (name: string) => path.join(scratch, `sqlite-${name}`)
  return {
    kind: 'sqlite',
    where: (name) => Promise.resolve({ dataDir: folder(name) }),
    rows(name) {
      const db = new Driver(path.join(folder(name), 'cloud.sqlite'))
      db.pragma('synchronous = FULL')
      const write = db.transaction((tables: Parameters<Rows['upsert']>[0]) => {
        for (const each of tables) {
          const { sql, values } = upsertOf(each, () => '?')
          db.prepare(sql).run(values)
        }
      })
      return Promise.resolve({
        all: (sql: string) => Promise.resolve(db.prepare<[], Row>(sql).all()),
        upsert: (tables: Parameters<Rows['upsert']>[0]) => Promise.resolve(write.immediate(tables)),
        close: () => Promise.resolve(void db.close()),
      })
    },
    stop: () => Promise.resolve(),
  }
}

const keys: Readonly<Record<string, string>> = {
  record: 'account_id, id',
  ledger: 'account_id, op_id',
  card_holder: 'account_id, card_id',
}

function upsertOf(
  { table, rows }: { readonly table: string; readonly rows: readonly Row[] },
  place: (nth: number) => string,
) {
  const columns = Object.keys(rows[0] ?? {})
  const values = rows.flatMap((row) => columns.map((column) => row[column]))
  const tuples = rows.map(
    (_row, r) => `(${columns.map((_column, c) => place(r * columns.length + c + 1)).join(', ')})`,
  )
  const set = columns.map((column) => `"${column}" = excluded."${column}"`).join(', ')
  const names = columns.map((column) => `"${column}"`).join(', ')
  const sql = `insert into ${table} (${names}) values ${tuples.join(', ')}
    on conflict (${keys[table] ?? ''}) do update set ${set}`
  return { sql, values }
}
