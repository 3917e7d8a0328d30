import { sql } from 'kysely'
import { describe, expect, it, vi } from 'vitest'
import { createCloud } from '../../cloud/main.ts'
import { demoId } from '../../cloud/demo/demo-id.ts'
import { ensureDemo } from '../../cloud/demo/ensure-demo.ts'
import { write } from '../../cloud/store/meta.ts'
import { type CloudDatabase, openDatabase } from '../../cloud/store/open-database.ts'
import { insertAccount, insertPerson } from '../../cloud/store/people.ts'
import {
  appliedChange,
  bearer,
  createOf,
  jsonBody,
  refusal,
  signInDesk,
} from '../support/cloud-desk.ts'
import { withDatabase } from '../support/cloud-people.ts'
import { startCloud, temporaryFolder } from '../support/cloud.ts'
import { once, startPostgres, urlOf } from '../support/postgres.ts'
import { databaseOf } from '../support/test-database.ts'

/** Waits until a statement of the database is held up by a lock of another one. */
async function heldUp(db: CloudDatabase) {
  await vi.waitFor(
    async () => {
      const { rows } = await sql`select pid from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
      expect(rows).toHaveLength(1)
    },
    { timeout: 15_000, interval: 20 },
  )
}

describe('a database that lets go of a connection', { timeout: 60_000 }, () => {
  it('costs the batch under way an answer to come back, and the cloud nothing', async () => {
    const cloud = await startCloud()
    const desk = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
    const item = createOf({ firstName: 'Cut off' })
    await withDatabase(cloud.dataDir, async (db) => {
      const holding = await db.startTransaction().execute()
      await sql`lock table ledger in access exclusive mode`.execute(holding)
      const path = `${desk.account}/sync/batch`
      const asked = refusal(cloud.url, path, jsonBody({ items: [item] }, desk.token))
      await heldUp(db)
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
        and wait_event_type = 'Lock'`.execute(holding)
      const { code, headers } = await asked
      expect(code).toBe('unavailable')
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
      await holding.rollback().execute()
    })
    const [sent] = await desk.send(item)
    expect(sent).toMatchObject({ outcome: 'applied', replayed: false })
    await cloud.stop()
  })

  it('is away for good: every desk is asked to come back later', async () => {
    const postgres = await startPostgres()
    await once(postgres.port, 'postgres', 'create database cloud')
    const databaseUrl = urlOf(postgres.port, 'cloud')
    const at = { dataDir: temporaryFolder('cloud'), port: 0, host: '127.0.0.1' }
    const cloud = createCloud({ ...at, databaseUrl, demo: true, log: false })
    const started = await cloud.start()
    if (!started.ok) throw new Error(started.code)
    const { url, demo = { email: '', password: '' } } = started.value
    const desk = await signInDesk(url, demo)
    await postgres.stop()
    const answer = await refusal(url, `${desk.account}/digest`, { headers: bearer(desk.token) })
    expect(answer).toMatchObject({ code: 'unavailable', status: 503 })
    await cloud.stop()
  })
})

describe('two transactions that wait for each other', { timeout: 60_000 }, () => {
  it('are both carried out, when one of them is a batch about to be published', async () => {
    const cloud = await startCloud()
    const desk = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
    const accountId = desk.signedIn.accounts[0]?.id ?? ''
    const item = createOf({ firstName: 'Meets', cardId: 'CD000001' })
    await withDatabase(cloud.dataDir, async (db) => {
      const other = await db.startTransaction().execute()
      await other
        .updateTable('account')
        .set({ language: 'en' })
        .where('id', '=', accountId)
        .execute()
      const sent = desk.send(item)
      await heldUp(db)
      // Waits for the record that the batch has written, while the batch waits for the account.
      const card = { account_id: accountId, card_id: 'CD000001', record_id: demoId('nobody') }
      const met = await other
        .insertInto('card_holder')
        .values({ ...card, ends_at: null })
        .execute()
        .then(() => 'there first')
        .catch(() => 'gave way')
      await other.rollback().execute()
      expect(['there first', 'gave way']).toContain(met)
      expect(appliedChange((await sent)[0]).id).toBe(item.recordId)
    })
    await cloud.stop()
  })
})

describe('a cloud that starts while another one makes the demo', { timeout: 60_000 }, () => {
  it('takes the demo as its own, whatever it had seen of it', async () => {
    const database = await openDatabase(await databaseOf(temporaryFolder('cloud')))
    if (!database.ok) throw new Error(database.code)
    const db = database.value
    const at = new Date().toISOString()
    const holding = await db.startTransaction().execute()
    await sql`lock table account in access exclusive mode`.execute(holding)
    const starting = ensureDemo(db, () => new Date())
    await heldUp(db)
    await write(holding, 'demo-password', 'made by the other')
    await insertAccount(holding, { id: demoId('account'), name: 'Demo site' }, at)
    const login = { email: 'demo@tapdesk.test', name: 'Demo Person', passwordHash: 'none' }
    await insertPerson(holding, { id: demoId('person'), ...login }, at)
    await holding.commit().execute()
    expect(await starting).toEqual({
      ok: true,
      value: { email: login.email, password: 'made by the other' },
    })
    await db.destroy()
  })
})
