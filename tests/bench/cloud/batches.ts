import { percentile } from '../figures.ts'
import type { Place } from './databases.ts'
import { batchOfNew, openWay } from './way.ts'

const atOnce = 100
const batches = 100

export type BatchTimes = {
  /** Items a second of the cloud, and of bare multi-row upserts of the rows that it wrote. */
  readonly cloud: number
  readonly bare: number
  /** 99th percentile of a batch, in ms. */
  readonly p99: number
  readonly bareP99: number
}

/**
 * Batches of 100 new people by HTTP, one after the other. The baseline writes the rows that came of them
 * (record, card, ledger with the answer) into the same tables with the same indexes of another database:
 * one multi-row upsert for each table and one commit for each batch, over one connection and without HTTP.
 */
export async function measureBatches(place: Place): Promise<BatchTimes> {
  const way = await openWay(place, 'batches')
  const bare = await openWay(place, 'bare')
  await bare.cloud.end()
  for (let nth = 0; nth < 5; nth += 1) await way.post(batchOfNew(atOnce).body)

  const times: number[] = []
  const sent: (readonly string[])[] = []
  for (let nth = 0; nth < batches; nth += 1) {
    const { ids, body } = batchOfNew(atOnce)
    sent.push(ids)
    times.push(await timed(() => way.post(body)))
  }
  await way.cloud.end()

  const rows = await place.rows('batches')
  const tables = await rowsOf(rows, bare.accountId)
  await rows.close()
  const into = await place.rows('bare')
  const bareTimes: number[] = []
  for (const ids of sent) {
    const batch = tables.map(({ table, byRecord }) => {
      const found = ids.flatMap((id) => byRecord.get(id) ?? [])
      return { table, rows: found }
    })
    bareTimes.push(await timed(() => into.upsert(batch)))
  }
  await into.close()
  return {
    cloud: perSecond(times),
    bare: perSecond(bareTimes),
    p99: percentile(times, 0.99),
    bareP99: percentile(bareTimes, 0.99),
  }
}

async function rowsOf(rows: Awaited<ReturnType<Place['rows']>>, account_id: string) {
  const read = async (table: string, key: string) => {
    const byRecord = new Map<string, Readonly<Record<string, unknown>>[]>()
    for (const row of await rows.all(`select * from ${table}`)) {
      const id = String(row[key])
      byRecord.set(id, [...(byRecord.get(id) ?? []), { ...row, account_id }])
    }
    return { table, byRecord }
  }
  return [
    await read('record', 'id'),
    await read('card_holder', 'record_id'),
    await read('ledger', 'record_id'),
  ]
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

function perSecond(times: readonly number[]): number {
  return (times.length * atOnce * 1000) / times.reduce((sum, ms) => sum + ms, 0)
}
