/** What a program did to its files, as the witness of the disk recorded it. */
export type DiskEvent =
  | { readonly kind: 'write'; readonly file: string; readonly at: number; readonly data: Buffer }
  | { readonly kind: 'sync'; readonly file: string }
  | { readonly kind: 'truncate'; readonly file: string; readonly length: number }

const headBytes = 14

export function readTrace(log: Buffer): readonly DiskEvent[] {
  const events: DiskEvent[] = []
  for (let at = 0; at < log.length;) {
    const kind = log.readUInt8(at)
    const nameEnd = at + headBytes + log.readUInt8(at + 1)
    const dataEnd = nameEnd + log.readUInt32LE(at + 2)
    const offset = Number(log.readBigUInt64LE(at + 6))
    const file = log.toString('utf8', at + headBytes, nameEnd)
    if (kind === 1)
      events.push({ kind: 'write', file, at: offset, data: log.subarray(nameEnd, dataEnd) })
    else if (kind === 2) events.push({ kind: 'sync', file })
    else events.push({ kind: 'truncate', file, length: offset })
    at = dataEnd
  }
  return events
}
