import { type IdleMinutes, idleMinutes } from '../../core/desk-lock.ts'
import { type Result, ok } from '../../core/outcome.ts'
import type { Database } from './database.ts'
import type { WriteRefusal } from './desk-store.ts'

/** A PIN as it is kept: scrypt with N = `cost`, r = 8, p = 1 over 16 bytes of salt, 32 bytes long. */
export type PinHash = { readonly salt: Buffer; readonly hash: Buffer; readonly cost: number }

export type KeptLock = {
  readonly pin: PinHash
  /** Wrong PINs in a row. */
  readonly failures: number
  readonly idleMinutes: IdleMinutes
}

/** The lock of one desk. `kept` throws `StoreUnavailable`; null: there is no PIN. */
export type LockStore = {
  readonly kept: () => KeptLock | null
  readonly keep: (lock: KeptLock) => Result<void, WriteRefusal>
  readonly setIdle: (minutes: IdleMinutes) => Result<void, WriteRefusal>
  readonly setFailures: (failures: number) => Result<void, WriteRefusal>
}

type Row = {
  readonly salt: Buffer
  readonly hash: Buffer
  readonly cost: number
  readonly failures: number
  readonly idle: number
}

export function createLockStore(db: Database): LockStore {
  const select = db.prepare<[], Row>(
    'SELECT salt, hash, cost, failures, idle_minutes AS idle FROM desk_lock WHERE only = 1',
  )
  const put = db.prepare<(Buffer | number)[]>(
    `INSERT OR REPLACE INTO desk_lock (only, salt, hash, cost, failures, idle_minutes)
     VALUES (1, ?, ?, ?, ?, ?)`,
  )
  const setIdle = db.prepare<[number]>('UPDATE desk_lock SET idle_minutes = ? WHERE only = 1')
  const setFailures = db.prepare<[number]>('UPDATE desk_lock SET failures = ? WHERE only = 1')
  const change = (work: () => void) =>
    db.attempt<void, WriteRefusal>(() => {
      work()
      return ok()
    })

  return {
    kept: () => db.read(() => lockOf(select.get())),
    keep: ({ pin, failures, idleMinutes: idle }) =>
      change(() => void put.run(pin.salt, pin.hash, pin.cost, failures, idle)),
    setIdle: (minutes) => change(() => void setIdle.run(minutes)),
    setFailures: (failures) => change(() => void setFailures.run(failures)),
  }
}

/** Minutes that this version does not know are those of the longest that it offers. */
function lockOf(row: Row | undefined): KeptLock | null {
  if (row === undefined) return null
  const idle = idleMinutes.safeParse(row.idle)
  const { salt, hash, cost, failures } = row
  return { pin: { salt, hash, cost }, failures, idleMinutes: idle.success ? idle.data : 30 }
}
