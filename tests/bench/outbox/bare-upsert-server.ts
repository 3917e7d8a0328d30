import Database from 'better-sqlite3'
import Fastify from 'fastify'

/**
 * What a drain is compared with: the same rows into the cloud's own tables and indexes, one durable
 * transaction for each batch, and nothing else. It trusts what it is sent, checks no rule, knows no person,
 * seals nothing and keeps no statement but its own. Started with the path of a database that a cloud has made,
 * the account's id and which rows; writes its port.
 */
const [file = '', account = '', rows = ''] = process.argv.slice(2)
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
const addToLog = db.prepare(
  `INSERT INTO desk_log (account_id, seq, op_id, nth, at, logged_at, who_id, who, desk_id, desk, what,
     record_id, person, card)
   VALUES (?, ?, ?, 0, ?, ?, ?, 'Demo Person', ?, 'Bench', 'enrolled', ?, ?, ?)`,
)
const addToAudit = db.prepare(
  `INSERT INTO audit (account_id, seq, at, what, who_id, who_digest, who, desk_id, about_id, about_digest,
     about, fields, card, hash)
   VALUES (?, ?, ?, 'created', ?, ?, ?, ?, ?, ?, ?, '', ?, ?)`,
)
const raise = db.prepare<[number, number, number, string], Places>(
  `UPDATE account SET feed_seq = feed_seq + ?, log_seq = log_seq + ?, audit_seq = audit_seq + ?
     WHERE id = ? RETURNING feed_seq AS feed, log_seq AS log, audit_seq AS audit`,
)

type Places = { readonly feed: number; readonly log: number; readonly audit: number }

/** As long as what the cloud seals and hashes. */
const digest = 'd'.repeat(64)
const masked = (card: string) => `••••${card.slice(-4)}`
const sealed = (text: string) => 's'.repeat(22) + text

const write = db.transaction((items: readonly Item[]) => {
  const count = items.length
  const last = raise.get(count, count, count, account) ?? { feed: 0, log: 0, audit: 0 }
  return items.map(({ opId, recordId, fields }, n) => {
    const { role, firstName, lastName, organization, cardId } = fields
    const state = { ...fields, kind: 'user', createdAt: at, createdBy: account }
    const change = { id: recordId, version: 1, deleted: false, state, opId }
    const result = { outcome: 'applied', change }
    const told = JSON.stringify(result)
    if (insertLedger.run(account, opId, opId, recordId, told, at).changes > 0) {
      const person = [role, firstName, lastName, organization, cardId]
      const place = (end: number) => end - count + n + 1
      upsert.run(account, recordId, place(last.feed), opId, account, at, ...person, at, account, at)
      giveCard.run(account, cardId, recordId)
      if (rows === 'all') {
        const name = `${firstName} ${lastName}`
        const log = [opId, at, at, account, account, recordId, name, masked(cardId)]
        addToLog.run(account, place(last.log), ...log)
        const who = [account, digest, sealed('["Demo Person","Bench"]'), account]
        const about = [recordId, digest, sealed(name)]
        addToAudit.run(account, place(last.audit), at, ...who, ...about, masked(cardId), digest)
      }
    }
    return { opId, ...result }
  })
})

type Body = { readonly items: readonly Item[] }

const app = Fastify({ bodyLimit: 1 << 20 })
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it trusts what it is sent
app.post('/', (request) => ({ results: write.immediate((request.body as Body).items) }))
await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
process.send?.(typeof address === 'object' && address !== null ? address.port : 0)
