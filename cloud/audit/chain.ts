import { sha256 } from '../tokens.ts'
import type { AuditRow } from '../store/audit.ts'

/** What stands before the first entry of a chain. */
export const beforeFirst = ''

export type UnchainedRow = Omit<AuditRow, 'seq' | 'hash'>

/** The rows at their places, each with the hash over the one before it and its own facts. */
export function chained(
  head: { readonly seq: number; readonly hash: string },
  rows: readonly UnchainedRow[],
): AuditRow[] {
  let { hash } = head
  return rows.map((row, nth) => {
    const seq = head.seq + 1 + nth
    hash = hashOf(hash, { ...row, seq })
    return { ...row, seq, hash }
  })
}

/** SHA-256 over the hash before and the canonical facts: an array, so that there is one way to write it. */
export function hashOf(before: string, row: Omit<AuditRow, 'hash'>): string {
  const facts = [
    row.account_id,
    row.seq,
    row.at,
    row.what,
    row.who_id,
    row.who_digest,
    row.desk_id,
    row.about_id,
    row.about_digest,
    row.fields,
    row.card,
  ]
  return sha256(`${before}\n${JSON.stringify(facts)}`)
}
