import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

export type FileHeader =
  | { readonly kind: 'none' }
  | { readonly kind: 'damaged' }
  /** `version`: user_version, as of the last complete transaction; `bytes`: size of the main file. */
  | { readonly kind: 'database'; readonly version: number; readonly bytes: number }

/**
 * Reads what a file is without opening it as a database, so that one which is refused is not touched
 * at all (https://sqlite.org/fileformat.html, sections 1.3 and 4.1). An empty file counts as none.
 */
export function peekHeader(path: string): FileHeader {
  return (
    withFile(path, (file) => {
      const bytes = fstatSync(file).size
      if (bytes === 0) return null
      const inLog = versionInLog(`${path}-wal`)
      if (inLog !== null) return { kind: 'database', version: inLog, bytes }
      const header = read(file, 0, headerBytes)
      if (header?.toString('latin1', 0, magic.length) !== magic) return { kind: 'damaged' }
      return { kind: 'database', version: header.readInt32BE(userVersionAt), bytes }
    }) ?? { kind: 'none' }
  )
}

const magic = 'SQLite format 3\0'
const headerBytes = 100
const userVersionAt = 60

/**
 * After a crash the newest first page, and after a power cut the only whole one, may still be in the
 * write-ahead log. It ends where the salt is of an earlier use of the log or the checksum does not fit
 * (section 4.3): what a power cut left of the last frames is not to be believed.
 */
function versionInLog(path: string): number | null {
  return withFile(path, (log) => {
    const head = read(log, 0, logHeaderBytes)
    if (head === null) return null
    const pageBytes = head.readUInt32BE(8)
    const frame = Buffer.alloc(frameHeaderBytes + pageBytes)
    const page = frame.subarray(frameHeaderBytes)
    const checksum = createChecksum(head.readUInt32BE(0) === bigEndianWords)
    checksum.add(head.subarray(0, 24))
    if (!checksum.is(head.subarray(24))) return null
    let pending: number | null = null
    let committed: number | null = null
    for (let at = logHeaderBytes; ; at += frame.length) {
      if (!fill(frame, log, at)) return committed
      if (!frame.subarray(8, 16).equals(head.subarray(16, 24))) return committed
      checksum.add(frame.subarray(0, 8))
      checksum.add(page)
      if (!checksum.is(frame.subarray(16, 24))) return committed
      if (frame.readUInt32BE(0) === 1) pending = page.readInt32BE(userVersionAt)
      const endsTransaction = frame.readUInt32BE(4) > 0
      if (endsTransaction) committed = pending
    }
  })
}

const logHeaderBytes = 32
const frameHeaderBytes = 24
const bigEndianWords = 0x377f0683

/**
 * Section 4.2: two sums over pairs of 32-bit words, carried on from frame to frame, stored big-endian. Signed,
 * since that is what fits a register: it takes a third of the time.
 */
function createChecksum(bigEndian: boolean) {
  let [first, second] = [0, 0]
  return {
    add(bytes: Buffer): void {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      let [one, two] = [first, second]
      for (let at = 0; at < view.byteLength; at += 8) {
        one = (one + view.getInt32(at, !bigEndian) + two) | 0
        two = (two + view.getInt32(at + 4, !bigEndian) + one) | 0
      }
      first = one
      second = two
    },
    is: (stored: Buffer) => stored.readInt32BE(0) === first && stored.readInt32BE(4) === second,
  }
}

/** null when there are not so many. */
function read(file: number, from: number, bytes: number): Buffer | null {
  const buffer = Buffer.alloc(bytes)
  return fill(buffer, file, from) ? buffer : null
}

function fill(buffer: Buffer, file: number, from: number): boolean {
  return readSync(file, buffer, 0, buffer.length, from) === buffer.length
}

/** null when there is no such file. */
function withFile<T>(path: string, work: (file: number) => T): T | null {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  try {
    return work(file)
  } finally {
    closeSync(file)
  }
}
