import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'

export type FileHeader =
  | { readonly kind: 'none' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'database'; readonly version: number; readonly bytes: number }

/**
 * Reads the first 100 bytes without opening the database, so that a file which is refused is not
 * touched at all (https://sqlite.org/fileformat.html, section 1.3). An empty file counts as none.
 */
export function peekHeader(path: string): FileHeader {
  const file = openIfThere(path)
  if (file === null) return { kind: 'none' }
  try {
    const bytes = fstatSync(file).size
    if (bytes === 0) return { kind: 'none' }
    const header = Buffer.alloc(headerBytes)
    const read = readSync(file, header, 0, headerBytes, 0)
    const isDatabase = read === headerBytes && header.toString('latin1', 0, magic.length) === magic
    return isDatabase
      ? { kind: 'database', version: header.readInt32BE(userVersionAt), bytes }
      : { kind: 'damaged' }
  } finally {
    closeSync(file)
  }
}

/** Whether a write-ahead log waits beside the file: the last program did not close it. */
export function hasLog(path: string): boolean {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })
  return log !== undefined && log.size > 0
}

const magic = 'SQLite format 3\0'
const headerBytes = 100
const userVersionAt = 60

function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
