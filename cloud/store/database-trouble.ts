import { isContention } from './row-locks.ts'

/** SQLite: full, held by another program, not writable, or the disk fails. */
const ofDisk = /^SQLITE_(FULL|BUSY|READONLY|IOERR)/

/**
 * PostgreSQL by SQLSTATE (its appendix A), or a system error: 08 connection, 25006 read-only, 25P03 idle
 * for too long, 53 out of something, 57014 took too long, 57P shut down or cut off, 58 of the system.
 */
const ofServer =
  /^(08...|25006|25P03|53...|57014|57P..|58...|ECONN\w+|ENOTFOUND|EAI_AGAIN|EHOST\w+|ENET\w+|ETIMEDOUT|EPIPE)$/

/** What `pg` says without a code when a connection ends, or none is to be had in time. */
const ofConnection =
  /^(Connection terminated|timeout exceeded when trying to connect)|not queryable/

/**
 * The database cannot do it now, for no fault of the request or ours: the same request later may well
 * succeed. Also when others were there first more often than it was tried.
 */
export function isDatabaseTrouble(error: unknown): boolean {
  if (isContention(error)) return true
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (ofDisk.test(code) || ofServer.test(code)) return true
  return error instanceof Error && ofConnection.test(error.message)
}
