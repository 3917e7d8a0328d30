import { CompiledQuery, type KyselyPlugin } from 'kysely'
import type { CloudDatabase } from '../../cloud/store/open-database.ts'
import { hasRowLocks } from '../../cloud/store/row-locks.ts'

/** What was asked while `work` went on. */
export async function statements(db: CloudDatabase, work: (db: CloudDatabase) => Promise<unknown>) {
  const asked: CompiledQuery[] = []
  const listen: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      asked.push(db.getExecutor().compileQuery(node, queryId))
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  await work(db.withPlugin(listen))
  return asked
}

/** Each line of a plan that reads one of these tables, with the conditions that lead to its rows. */
export async function reads(
  db: CloudDatabase,
  { sql, parameters }: CompiledQuery,
  tables: string,
): Promise<string[]> {
  const postgres = hasRowLocks(db)
  const explain = postgres ? 'explain (costs off) ' : 'explain query plan '
  const { rows } = await db.executeQuery<Readonly<Record<string, unknown>>>(
    CompiledQuery.raw(explain + sql, [...parameters]),
  )
  const lines = rows.map((row) => String(row[postgres ? 'QUERY PLAN' : 'detail']))
  if (!postgres) return lines.filter((line) => new RegExp(`^\\w+ (${tables})\\b`).test(line))
  return lines.flatMap((line, nth) =>
    new RegExp(`Scan .*on "?(${tables})\\b|Bitmap Index Scan`).test(line) &&
    !line.includes('Bitmap Heap Scan')
      ? [`${line.trim()} ${(lines[nth + 1] ?? '').trim()}`]
      : [],
  )
}

/** PostgreSQL plans by what it last counted. */
export async function countedAnew(db: CloudDatabase) {
  if (hasRowLocks(db)) await db.executeQuery(CompiledQuery.raw('analyze'))
}
