import { once } from 'node:events'
import { type Server, createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import Database from 'better-sqlite3'
import Fastify from 'fastify'

/**
 * What a drain is compared with: the same rows into the cloud's own tables and indexes, one durable
 * transaction for each batch, and nothing else. It trusts what it is sent, checks no rule, knows no person
 * and keeps no statement but its own. Started with the path of a database that a cloud has made, the account's
 * id and the name of its front; writes its port.
 */
const [file = '', account = '', front = ''] = process.argv.slice(2)
const db = new Database(file)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
const at = '2026-01-01T00:00:00.000Z'

type Item = { readonly opId: string; readonly recordId: string; readonly fields: Fields }
type Fields = Readonly<Record<'role' | 'firstName' | 'lastName' | 'organization', string>> & {
  readonly cardId: string
}

const insertLedger = db.prepare(
  `INSERT INTO ledger (account_id, op_id, hash, outcome, record_id, version, body, at)
   VALUES (?, ?, ?, 'applied', ?, 1, ?, ?) ON CONFLICT DO NOTHING`,
)
const upsert = db.prepare(
  `INSERT INTO record (account_id, id, version, deleted, seq, op_id, wished_version, wished_by, wished_at,
     kind, role, first_name, last_name, organization, additional_information, card_id, surface_id,
     other_cards, groups, rights, created_at, created_by, changed_at)
   VALUES (?, ?, 1, 0, ?, ?, 1, ?, ?, 'user', ?, ?, ?, ?, '', ?, '', '[]', '[]', '[]', ?, ?, ?)
   ON CONFLICT (account_id, id) DO UPDATE SET version = version + 1, first_name = excluded.first_name,
     last_name = excluded.last_name, organization = excluded.organization, card_id = excluded.card_id`,
)
const giveCard = db.prepare(
  `INSERT INTO card_holder (account_id, card_id, record_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
)
const raise = db
  .prepare<[number, string], number>(
    'UPDATE account SET feed_seq = feed_seq + ? WHERE id = ? RETURNING feed_seq',
  )
  .pluck()

const write = db.transaction((items: readonly Item[]) => {
  const last = raise.get(items.length, account) ?? 0
  return items.map(({ opId, recordId, fields }, n) => {
    const { role, firstName, lastName, organization, cardId } = fields
    const state = { ...fields, kind: 'user', createdAt: at, createdBy: account }
    const change = { id: recordId, version: 1, deleted: false, state, opId }
    const result = { outcome: 'applied', change }
    const told = JSON.stringify(result)
    if (insertLedger.run(account, opId, opId, recordId, told, at).changes > 0) {
      const person = [role, firstName, lastName, organization, cardId]
      const place = last - items.length + n + 1
      upsert.run(account, recordId, place, opId, account, at, ...person, at, account, at)
      giveCard.run(account, cardId, recordId)
    }
    return { opId, ...result }
  })
})

type Body = { readonly items: readonly Item[] }

const fronts: Readonly<Record<string, () => Promise<number>>> = {
  async fastify() {
    const app = Fastify({ bodyLimit: 1 << 20 })
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it trusts what it is sent
    app.post('/', (request) => ({ results: write.immediate((request.body as Body).items) }))
    await app.listen({ port: 0, host: '127.0.0.1' })
    return portOf(app.server)
  },
  async node() {
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it trusts what it is sent
        const { items } = JSON.parse(body) as Body
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify({ results: write.immediate(items) }))
      })
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    return portOf(server)
  },
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

process.send?.(await fronts[front]?.())
