import type { Place } from './databases.ts'
import { batchOfNew, openWay } from './way.ts'

const people = 10_000
const atOnce = 100

/** Bytes that one new person with a card takes: in the database with all its indexes, and as it was sent. */
export type Sizes = { readonly kept: number; readonly sent: number }

/** Record, card, ledger with the stored answer, and the lines of logs; what the empty database took is not counted. */
export async function measureSizes(place: Place): Promise<Sizes> {
  const way = await openWay(place, 'sizes')
  const rows = await place.rows('sizes')
  const before = await bytesOf(rows)
  let sent = 0
  for (let done = 0; done < people; done += atOnce) {
    const { body } = batchOfNew(atOnce)
    sent += Buffer.byteLength(body)
    await way.post(body)
  }
  const after = await bytesOf(rows)
  await rows.close()
  await way.cloud.end()
  return { kept: (after - before) / people, sent: sent / people }

  async function bytesOf(database: Awaited<ReturnType<Place['rows']>>): Promise<number> {
    const sql =
      place.kind === 'sqlite'
        ? 'select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()'
        : 'select pg_database_size(current_database())::float8 as bytes'
    const [row] = await database.all(sql)
    return Number(row?.['bytes'])
  }
}
