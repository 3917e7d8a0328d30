import type { WriteRefusal } from './desk-store.ts'

/**
 * What a SQLite result code or a Node error code means to a person; null for anything that is a bug
 * (constraints, misuse, out of memory).
 */
export function refusalOf(error: unknown): WriteRefusal | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  const code = error.code
  return exact[code] ?? prefixes.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null
}

const exact: Readonly<Record<string, WriteRefusal>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  // The place cannot hold a file: a folder has its name, a part of the path is a file, a drive is missing.
  EISDIR: 'read-only',
  ENOTDIR: 'read-only',
  ENOENT: 'read-only',
  EBUSY: 'in-use',
  EIO: 'not-durable',
  SQLITE_IOERR_READ: 'database-damaged',
  SQLITE_IOERR_SHORT_READ: 'database-damaged',
  SQLITE_IOERR_CORRUPTFS: 'database-damaged',
  SQLITE_IOERR_DATA: 'database-damaged',
  SQLITE_IOERR_LOCK: 'in-use',
  SQLITE_IOERR_SHMSIZE: 'disk-full',
}

/** Extended result codes start with their primary code: https://sqlite.org/rescode.html */
const prefixes: readonly (readonly [string, WriteRefusal])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_AUTH', 'read-only'],
  ['SQLITE_CORRUPT', 'database-damaged'],
  ['SQLITE_NOTADB', 'database-damaged'],
  ['SQLITE_BUSY', 'in-use'],
  ['SQLITE_LOCKED', 'in-use'],
  ['SQLITE_PROTOCOL', 'in-use'],
  // A write or sync that failed for another reason than space: the transaction was rolled back.
  ['SQLITE_IOERR', 'not-durable'],
]
