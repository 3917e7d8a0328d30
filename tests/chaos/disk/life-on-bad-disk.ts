import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { StoreUnavailable } from '../../../electron/store/database.ts'
import type { DeskStore } from '../../../electron/store/desk-store.ts'
import { deskMigrations } from '../../../electron/store/migrations/index.ts'
import { openDatabase } from '../../../electron/store/open-database.ts'
import { openDeskStore } from '../../../electron/store/open-desk-store.ts'
import { createEvidence } from '../../support/desk-database.ts'
import { at, person } from '../../support/desk-people.ts'
import { type Randomness, createRandomness } from '../../support/randomness.ts'
import { auditStore, createAuditMemory } from '../../support/store-audit.ts'
import { type Strike, command } from './witness.ts'

/**
 * A program of its own under a witness of the disk: `node life-on-bad-disk.ts FOLDER CONTROL SEED RUNS`.
 * Each run opens a desk and accepts, claims and settles while one call, or all from it on, fail.
 */
const [folder = '', control = '', seed = '0', runs = '1'] = process.argv.slice(2)
const dice = createRandomness(Number(seed))
const violations: string[] = []
const hits: Record<string, number> = {}
let accepted = 0

for (let n = 0; n < Number(runs); n += 1) run(n)
console.log(JSON.stringify({ runs: Number(runs), accepted, violations, hits }))

function run(n: number): void {
  const file = path.join(folder, String(n), 'desk.db')
  mkdirSync(path.dirname(file))
  const kept = new Set<string>()
  const refused = new Set<string>()
  live(file, kept, refused, 4)
  const strike = drawStrike(dice)
  command(control, strike)
  const said = live(file, kept, refused, 12)
  command(control, null)
  const name = `${strike.how} at a ${strike.calls.join()}${strike.everAfter ? ' and ever after' : ''}`
  hits[`${name}: ${said}`] = (hits[`${name}: ${said}`] ?? 0) + 1
  // Whether a commit whose sync failed is there after a restart, nobody can know: neither can SQLite.
  const certain = strike.calls.includes('sync') ? new Set<string>() : refused
  violations.push(...check(file, kept, certain).map((line) => `run ${n}, ${name}: ${line}`))
  accepted += kept.size
}

function drawStrike(chance: Randomness): Strike {
  const calls = [chance.pick(['write', 'sync', 'truncate', 'open', 'lock'] as const)] as const
  const how = calls[0] === 'lock' ? 'EAGAIN' : chance.pick(['ENOSPC', 'EIO', 'EROFS'] as const)
  const nth = 1 + chance.below(calls[0] === 'write' ? 60 : 8)
  return { mode: 'fail', calls, nth, how, everAfter: chance.chance(0.4) }
}

/** Returns what the desk said of its disk; op ids go to those that were kept or refused. */
function live(file: string, kept: Set<string>, refused: Set<string>, wishes: number): string {
  const opened = openDeskStore({ path: file, busyTimeoutMs: 1 })
  if (!opened.ok) return opened.code
  const store = opened.value
  let said = 'nothing'
  for (let n = 0; n < wishes; n += 1) {
    const opId = dice.uuid()
    const result = store.people.acceptCreate({ opId, fields: person(), at })
    if (result.ok) kept.add(opId)
    else {
      refused.add(opId)
      said = result.code
    }
    said = sent(store) ?? said
  }
  store.close()
  return said
}

/** null: without trouble. */
function sent(store: DeskStore): string | null {
  if (!dice.chance(0.4)) return null
  try {
    const items = store.outbox.claim({ items: 3, bytes: 100_000, skip: new Set() })
    store.outbox.settle(items.map(({ opId }) => ({ opId, kind: 'retry' })))
    return null
  } catch (error) {
    if (error instanceof StoreUnavailable) return error.refusal
    throw error
  }
}

function check(file: string, kept: ReadonlySet<string>, refused: ReadonlySet<string>) {
  const opened = openDatabase({ path: file, key: null, migrations: deskMigrations })
  if (!opened.ok) return [`it does not open any more: ${opened.code}`]
  const db = opened.value
  const { queued, outcomes } = createEvidence(db)()
  const there = (opId: string) => queued.has(opId) || outcomes.has(opId)
  const found = [
    ...[...kept].filter((opId) => !there(opId)).map((opId) => `I1 ${opId} is lost`),
    ...[...refused].filter(there).map((opId) => `${opId} was refused and is there`),
    ...auditStore(db, createAuditMemory()),
  ]
  db.close()
  return found
}
