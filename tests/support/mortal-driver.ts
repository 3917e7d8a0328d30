import Driver from 'better-sqlite3'

/** Where a program may die beside what its store does: while its file changes its shape, and while it is closed. */
export const fileDeaths = [
  'migration before',
  'migration inside',
  'migration after',
  'close before',
  'close after',
] as const

/** From now on every connection of this process asks `strike` at each of these points. */
export function makeDriverMortal(strike: (point: (typeof fileDeaths)[number]) => void): void {
  // oxlint-disable-next-line typescript/unbound-method -- called with its own connection
  const { exec, close, transaction } = Driver.prototype
  let migrated = false

  Driver.prototype.exec = function mortalExec(sql) {
    strike('migration before')
    const result = exec.call(this, sql)
    migrated = true
    strike('migration inside')
    return result
  }
  // The next transaction begins when the one of the migration is committed.
  Driver.prototype.transaction = function mortalTransaction(work) {
    if (migrated) strike('migration after')
    migrated = false
    return transaction.call(this, work)
  }
  Driver.prototype.close = function mortalClose() {
    strike('close before')
    const result = close.call(this)
    strike('close after')
    return result
  }
}
