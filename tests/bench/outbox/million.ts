import path from 'node:path'
import type { Database } from '../../../electron/store/database.ts'
import { deskMigrations } from '../../../electron/store/migrations/index.ts'
import { openDatabase } from '../../../electron/store/open-database.ts'
import { openDeskStore } from '../../../electron/store/open-desk-store.ts'
import { fillWithPeople } from '../people-million.ts'
import { timed } from '../timed.ts'

const PENDING = Number(process.env['TAPDESK_BENCH_PENDING'] ?? 1_000_000)
const FEW = 1_000
const ROUNDS = 50
const AT_ONCE = 100

export type PendingTimes = {
  /** Milliseconds for the next 100 items, frozen for the first time. */
  readonly claim: number[]
  /** From the file to an engine that may send: opened, checked, recovered and counted. */
  readonly boot: number[]
}

/** A desk on which so many creations wait, and one on which hardly any do. */
export function measurePending(scratch: string): { many: PendingTimes; few: PendingTimes } {
  return { many: measure(scratch, PENDING), few: measure(scratch, FEW) }
}

function measure(scratch: string, pending: number): PendingTimes {
  const file = path.join(scratch, `pending-${pending}.db`)
  fill(file, pending)
  const boot = Array.from({ length: ROUNDS }, () => timeBoot(file))
  const { store } = open(file)
  const rounds = Math.min(ROUNDS, Math.floor(pending / AT_ONCE))
  const limits = { items: AT_ONCE, bytes: 512 * 1024, skip: new Set<string>() }
  const claim = Array.from({ length: rounds }, () => timed(() => store.outbox.claim(limits)))
  store.close()
  return { claim, boot }
}

function timeBoot(file: string): number {
  const begun = performance.now()
  const { store } = open(file)
  store.outbox.recover()
  store.outbox.counts()
  const ms = performance.now() - begun
  store.close()
  return ms
}

function open(file: string) {
  const opened = openDeskStore({ path: file })
  if (!opened.ok) throw new Error(`the bench desk was refused: ${opened.code}`)
  return { store: opened.value }
}

function fill(file: string, pending: number): void {
  const opened = openDatabase({ path: file, key: null, migrations: deskMigrations })
  if (!opened.ok) throw new Error(`the bench database was refused: ${opened.code}`)
  const db = opened.value
  fillWithPeople(db, pending)
  db.write(() => letAllWait(db))
  db.close()
}

/** As if all of them had been created here, and none sent yet. */
function letAllWait(db: Database): void {
  db.prepare(
    `INSERT INTO outbox (op_id, record_id, method, wish, seen_version, state, attempts, accepted_at)
     SELECT id, id, 'create', json_object('email', email, 'role', role, 'firstName', first_name,
       'lastName', last_name, 'organization', organization,
       'additionalInformation', additional_information, 'cardId', card, 'surfaceId', surface_id),
       0, 0, 0, created_at FROM record ORDER BY row`,
  ).run()
  db.prepare("INSERT INTO outbox_key (key, seq) SELECT 'e:' || record_id, seq FROM outbox").run()
  db.prepare(
    `INSERT INTO outbox_key (key, seq) SELECT 'c:' || card, seq
     FROM outbox JOIN record ON record.id = record_id WHERE card IS NOT NULL`,
  ).run()
  db.prepare('UPDATE record SET base = NULL, base_version = 0').run()
}
