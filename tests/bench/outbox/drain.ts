import { cpSync, mkdtempSync } from 'node:fs'
import path from 'node:path'
import { v7 } from 'uuid'
import type { PersonFields } from '../../../core/person.ts'
import { createCloudClient } from '../../../electron/cloud-client/create-cloud-client.ts'
import { startCloudProcess } from '../../support/cloud-process.ts'
import { startBareServer } from './bare-upsert.ts'
import { batchOf, personWithCard } from './cloud-rows.ts'
import { type Way, openBenchDesk } from './desk.ts'

const ITEMS = 10_000
const AT_ONCE = 100
const ROUNDS = Number(process.env['TAPDESK_BENCH_ROUNDS'] ?? 3)

export type DrainTimes = {
  /** Milliseconds for all items of a round. */
  readonly desk: number[]
  readonly bare: number[]
  /** The bare server without the rows of desk log and audit. */
  readonly records: number[]
  /** The same with the batches that the engine chooses itself. */
  readonly chosen: number[]
  /** Processor time of the desk in microseconds per item. */
  readonly cpu: number[]
  /** That of the client of the bare server. */
  readonly bareCpu: number[]
}

export const drained = ITEMS

/** The desk against the real cloud, and the same rows against the bare servers, in turn. */
export async function measureDrain(scratch: string): Promise<DrainTimes> {
  const dataDir = path.join(scratch, 'cloud')
  const first = await signedIn(dataDir)
  await first.cloud.end()
  const copied = { dataDir, accountId: first.way.accountId }
  const bare = await startBareServer(copied, 'all')
  const records = await startBareServer(copied, 'records')
  const times: DrainTimes = { desk: [], bare: [], records: [], chosen: [], cpu: [], bareCpu: [] }
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const bodies = bodiesOf(people(round * 3))
      const before = process.cpuUsage()
      times.bare.push(await bare.post(bodies))
      times.bareCpu.push(since(before))
      times.records.push(await records.post(bodies))
      const { ms, cpu } = await drain(dataDir, people(round * 3 + 1), AT_ONCE)
      times.desk.push(ms)
      times.cpu.push(cpu)
      times.chosen.push((await drain(dataDir, people(round * 3 + 2), Infinity)).ms)
    }
    return times
  } finally {
    bare.end()
    records.end()
  }
}

/** A real cloud as a process of its own, and the way to it of its demo person. */
export async function signedIn(dataDir: string) {
  const cloud = await startCloudProcess({ dataDir })
  const client = createCloudClient({ baseUrl: cloud.url, fetch, desk: 'Tapdesk (bench)' })
  if (cloud.demo === undefined) throw new Error('the cloud has no demo person')
  const entered = await client.signIn({
    body: { ...cloud.demo, desk: { id: v7(), name: 'Bench' } },
  })
  if (!entered.ok) throw new Error(entered.code)
  const { accounts, tokens } = entered.value
  const way: Way = { client, accountId: accounts[0]?.id ?? '', token: tokens.accessToken }
  return { cloud, way, entered: entered.value }
}

/** With a cloud of its own, or it would first be told about the people of earlier rounds. */
async function drain(emptyCloud: string, items: readonly Person[], most: number) {
  const folder = mkdtempSync(`${emptyCloud}-`)
  cpSync(path.join(emptyCloud, 'cloud.sqlite'), path.join(folder, 'cloud.sqlite'))
  const { cloud, way } = await signedIn(folder)
  const desk = openBenchDesk(path.join(folder, 'desk.db'))
  for (const { id, fields } of items) desk.create(id, fields)
  const before = process.cpuUsage()
  const begun = performance.now()
  await desk.drain(way, most)
  const ms = performance.now() - begun
  const cpu = since(before)
  desk.close()
  await cloud.end()
  return { ms, cpu }
}

type Person = { readonly id: string; readonly fields: PersonFields }

function people(nth: number): readonly Person[] {
  return Array.from({ length: ITEMS }, (_, n) => {
    return { id: v7(), fields: personWithCard(nth * ITEMS + n) }
  })
}

function bodiesOf(items: readonly Person[]): readonly string[] {
  const starts = Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, n) => n * AT_ONCE)
  return starts.map((start) => batchOf(items.slice(start, start + AT_ONCE)))
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / ITEMS
}
