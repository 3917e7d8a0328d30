import { randomUUID } from 'node:crypto'
import path from 'node:path'
import Driver from 'better-sqlite3'
import type { Change } from '../../../core/record.ts'
import { createCloudClient } from '../../../electron/cloud-client/create-cloud-client.ts'
import { type CloudProcess, startCloudProcess } from '../../support/cloud-process.ts'
import { type FaultProxy, startFaultProxy } from '../../support/fault-proxy.ts'
import { once, startPostgres, urlOf } from '../../support/postgres.ts'
import { told } from './roaming-desk.ts'

export type Site = { readonly folder: string }

/** What is looked at once everybody is done, and how desks come in. */
export type CloudOfMany = {
  readonly proxy: FaultProxy
  signIn(nth: number): Promise<{
    readonly cloudUrl: string
    readonly accountId: string
    readonly tokens: { readonly accessToken: string; readonly refreshToken: string }
  }>
  /** What befalls the cloud itself while `operations` are on their way. */
  shake(operations: number): Promise<void>
  look(): Promise<{
    readonly records: { readonly told: Map<string, string>; readonly violations: string[] }
    readonly digest: { readonly count: number; readonly buckets: string[] }
    /** Op ids of everything that was applied, from its own tables. */
    readonly ledger: ReadonlySet<string>
  }>
  stop(): Promise<void>
}

export async function startOneCloud({ folder }: Site): Promise<CloudOfMany> {
  const dataDir = path.join(folder, 'cloud')
  const cloud = await startCloudProcess({ dataDir })
  const proxy = await startFaultProxy(cloud.url)
  return {
    ...doorOf(cloud, proxy, () => Promise.resolve(ledgerIn(dataDir))),
    shake: async () => {},
    async stop() {
      await proxy.close()
      await cloud.end()
    },
  }
}

/** Two on one PostgreSQL behind a proxy that asks them in turn. */
export async function startTwoClouds({ folder }: Site): Promise<CloudOfMany> {
  const postgres = await startPostgres()
  const name = 'desks'
  await once(postgres.port, 'postgres', `create database ${name}`)
  const database = { dataDir: path.join(folder, 'cloud'), databaseUrl: urlOf(postgres.port, name) }
  const first = await startCloudProcess(database)
  let second = await startCloudProcess(database)
  let turn = 0
  const proxy = await startFaultProxy(() => ((turn += 1) % 2 === 0 ? first.url : second.url))
  const applied = async () => {
    const sql = `select op_id from ledger where outcome = 'applied'`
    const { rows } = await once(postgres.port, name, sql)
    return new Set(rows.map((row: { op_id: string }) => row.op_id))
  }
  return {
    ...doorOf(first, proxy, applied),
    /** Half-way one of them is killed in the midst of whatever it does, and comes back. */
    async shake(operations) {
      const halfWay = operations / 8
      while (proxy.seen.length < halfWay) await proxy.arrival()
      await second.end('SIGKILL')
      second = await startCloudProcess({ ...database, port: Number(new URL(second.url).port) })
    },
    async stop() {
      await proxy.close()
      await Promise.all([first.end(), second.end()])
      await postgres.stop()
    },
  }
}

function doorOf(
  { url, demo }: CloudProcess,
  proxy: FaultProxy,
  ledger: () => Promise<ReadonlySet<string>>,
): Pick<CloudOfMany, 'proxy' | 'signIn' | 'look'> {
  if (demo === undefined) throw new Error('the cloud has no demo')
  const client = createCloudClient({ baseUrl: url, fetch, desk: 'Tapdesk (test)' })
  const enter = async (name: string) => {
    const signedIn = await client.signIn({ body: { ...demo, desk: { id: randomUUID(), name } } })
    if (!signedIn.ok) throw new Error(signedIn.code)
    const { tokens, accounts } = signedIn.value
    return { cloudUrl: proxy.url, accountId: accounts[0]?.id ?? '', tokens }
  }
  return {
    proxy,
    signIn: (nth) => enter(`Desk ${nth}`),
    async look() {
      const { accountId, tokens } = await enter('Auditor')
      const given = { params: { accountId }, token: tokens.accessToken }
      const records: Change[] = []
      for (let hasMore = true; hasMore;) {
        const after = records.at(-1)?.id
        const query = after === undefined ? {} : { after }
        const page = await client.snapshot({ ...given, query })
        if (!page.ok) throw new Error(page.code)
        records.push(...page.value.records)
        hasMore = page.value.hasMore
      }
      const digest = await client.digest(given)
      if (!digest.ok) throw new Error(digest.code)
      const { count, buckets } = digest.value
      return { records: audit(records), digest: { count, buckets }, ledger: await ledger() }
    },
  }
}

/** Each card has one holder. */
function audit(records: readonly Change[]) {
  const violations: string[] = []
  const holders = new Map<string, string>()
  for (const { id, state } of records) {
    const held = [state?.cardId ?? null, ...(state?.otherCards ?? []).map(({ cardId }) => cardId)]
    for (const card of held) {
      if (card === null) continue
      const other = holders.get(card)
      if (other !== undefined) violations.push(`card ${card} is held by ${other} and ${id}`)
      holders.set(card, id)
    }
  }
  const rows = records.map(({ id, version, state }) => [id, told(version, state)] as const)
  return { told: new Map(rows), violations }
}

function ledgerIn(dataDir: string): ReadonlySet<string> {
  const db = new Driver(path.join(dataDir, 'cloud.sqlite'), { readonly: true })
  try {
    const rows = db.prepare(`SELECT op_id FROM ledger WHERE outcome = 'applied'`).pluck().all()
    return new Set(rows.map(String))
  } finally {
    db.close()
  }
}
