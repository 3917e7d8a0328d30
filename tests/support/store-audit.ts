import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Database } from '../../electron/store/database.ts'

type OutboxLine = {
  op_id: string
  wish: string
  item: string | null
  hash: Uint8Array | null
}

const frozen = z.looseObject({
  opId: z.string(),
  fields: z.unknown().optional(),
  set: z.unknown().optional(),
})

/** What an item asks for, as a wish is stored. */
function wishIn(item: z.infer<typeof frozen>): unknown {
  const { opId: _op, method: _method, recordId: _record, ...others } = item
  const { ifVersion: _version, replaces: _replaces, context: _context, ...more } = others
  return item.fields ?? item.set ?? more
}

/** What an auditor remembers from one look to the next. */
export type AuditMemory = {
  /** Op ids that were accepted. */
  readonly accepted: Set<string>
  /** The bytes that each key has carried. */
  readonly sent: Map<string, string>
  readonly versions: Map<string, number>
}

export function createAuditMemory(): AuditMemory {
  return { accepted: new Set(), sent: new Map(), versions: new Map() }
}

/** The promises that a store keeps at every moment; each broken one in words. */
export function auditStore(db: Database, memory: AuditMemory): readonly string[] {
  return [...auditPromises(db, memory), ...auditTables(db)]
}

/** What concerns operations and records. */
export function auditPromises(db: Database, memory: AuditMemory): readonly string[] {
  return [
    ...accountedFor(db, memory),
    ...oneMeaningPerKey(db, memory),
    ...visibleWork(db),
    ...risingVersions(db, memory),
  ]
}

const all = <Row>(db: Database, sql: string) => db.prepare<[], Row>(sql).all()

/** I1: an accepted operation is in the queue or in the log, and in one of them only. */
function* accountedFor(db: Database, { accepted }: AuditMemory): Generator<string> {
  const queued = new Set(all<{ id: string }>(db, 'SELECT op_id AS id FROM outbox').map(idOf))
  const logged = new Set(all<{ id: string }>(db, 'SELECT op_id AS id FROM op_log').map(idOf))
  for (const opId of accepted) {
    if (!queued.has(opId) && !logged.has(opId)) yield `I1 ${opId} vanished`
    if (queued.has(opId) && logged.has(opId)) yield `I2 ${opId} is settled and still queued`
  }
  const dangling = `SELECT op_id AS id FROM op_log WHERE by_op IS NOT NULL
    AND by_op NOT IN (SELECT op_id FROM op_log) AND by_op NOT IN (SELECT op_id FROM outbox)`
  for (const { id } of all<{ id: string }>(db, dangling)) yield `I1 ${id} has no successor`
}

/** I8: a key never carries two byte strings. */
function* oneMeaningPerKey(db: Database, { sent }: AuditMemory): Generator<string> {
  for (const { op_id: opId, item, hash, wish } of all<OutboxLine>(db, 'SELECT * FROM outbox')) {
    if (item === null || hash === null) {
      if (sent.has(opId)) yield `I8 ${opId} lost its bytes`
      continue
    }
    if (!createHash('sha256').update(item).digest().equals(hash))
      yield `I8 ${opId} has another hash`
    const asked = frozen.parse(JSON.parse(item))
    if (asked.opId !== opId) yield `I8 ${opId} carries the bytes of ${asked.opId}`
    if (!isDeepStrictEqual(wishIn(asked), JSON.parse(wish))) {
      yield `I1 ${opId} shows a wish that its bytes do not carry`
    }
    if ((sent.get(opId) ?? item) !== item) yield `I8 ${opId} has other bytes`
    sent.set(opId, item)
  }
}

/** I9: what differs from the cloud's state waits in the queue, and nothing waits for a record that is not there. */
function* visibleWork(db: Database): Generator<string> {
  const ghosts = `SELECT id FROM record WHERE id NOT IN (SELECT record_id FROM outbox)
    AND id NOT IN (SELECT from_record_id FROM outbox WHERE from_record_id IS NOT NULL)
    AND (base_version = 0 OR deleted <> base_deleted OR (deleted = 0 AND (
      first_name <> base ->> 'firstName' OR organization <> base ->> 'organization'
      OR card IS NOT base ->> 'cardId'
      OR json(other_cards) <> json(coalesce(base -> 'otherCards', '[]')))))`
  for (const { id } of all<{ id: string }>(db, ghosts))
    yield `I9 ${id} is edited, but nothing waits`
  const keyless = `SELECT op_id AS id FROM outbox WHERE NOT EXISTS (
    SELECT 1 FROM outbox_key WHERE outbox_key.seq = outbox.seq AND key = 'e:' || record_id)
    OR (from_record_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM outbox_key WHERE outbox_key.seq = outbox.seq AND key = 'e:' || from_record_id))`
  for (const { id } of all<{ id: string }>(db, keyless)) yield `I3 ${id} has no key of its record`
}

/** I10 */
function* risingVersions(db: Database, { versions }: AuditMemory): Generator<string> {
  const rows = all<{ id: string; version: number }>(
    db,
    'SELECT id, base_version AS version FROM record',
  )
  for (const { id, version } of rows) {
    if (version < (versions.get(id) ?? 0)) yield `I10 ${id} went back to version ${version}`
    versions.set(id, version)
  }
}

/** I6, and the counts that triggers keep. `pages`: also every page of the file, which takes longest. */
export function* auditTables(db: Database, pages = true): Generator<string> {
  const check = pages ? all<{ integrity_check: string }>(db, 'PRAGMA integrity_check')[0] : ok
  if (check?.integrity_check !== 'ok') yield `I6 ${check?.integrity_check}`
  if (all(db, 'PRAGMA foreign_key_check').length > 0) yield 'I6 orphans'
  const counted = `SELECT name FROM tally WHERE n <> CASE name
    WHEN 'invitation' THEN (SELECT count(*) FROM record WHERE deleted = 0 AND kind = 'invitation')
    WHEN 'user' THEN (SELECT count(*) FROM record WHERE deleted = 0 AND kind = 'user')
    ELSE (SELECT count(*) FROM outbox WHERE 'outbox-' || state = name) END`
  for (const { name } of all<{ name: string }>(db, counted)) yield `the count of ${name} is wrong`
  const members = `SELECT organization AS name, count(*) AS n FROM record
    WHERE deleted = 0 AND organization <> '' GROUP BY organization`
  const uncounted = `SELECT name FROM (SELECT name, n FROM organization EXCEPT ${members})
    UNION SELECT name FROM (${members} EXCEPT SELECT name, n FROM organization)`
  for (const { name } of all<{ name: string }>(db, uncounted))
    yield `the members of ${name} are wrong`
  // Compares every token of the full-text indexes with the texts in the records; throws when they differ.
  for (const index of ['invitation_search', 'user_search']) {
    db.prepare(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`).run()
  }
}

const ok = { integrity_check: 'ok' }

const idOf = ({ id }: { id: string }) => id
