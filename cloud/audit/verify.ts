import { type AuditHead, auditHead, chainAfter } from '../store/audit.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { type ChainFault, checkChain } from './check-chain.ts'

export type Verified = {
  readonly entries: number
  /** Entries of whose names some are erased. */
  readonly erased: number
  readonly head: AuditHead
  /** null: whole. */
  readonly fault: ChainFault | null
}

/** So much of a chain is in memory at a time. */
const pageSize = 1000

/** Walks an account's chain from its first entry to its end; entries may be added meanwhile. */
export async function verifyChain(
  db: CloudDatabase,
  accountId: string,
  expect: AuditHead | null,
): Promise<Verified> {
  const check = checkChain(accountId, expect)
  const found = (head: AuditHead, fault: ChainFault | null) => ({ ...check.seen, head, fault })
  for (let head = await auditHead(db, accountId); ;) {
    const rows = await chainAfter(db, accountId, { after: check.seen.entries, limit: pageSize })
    for (const row of rows) {
      const fault = check.next(row)
      if (fault !== null) return found(head, fault)
    }
    if (rows.length === pageSize) continue
    // Read after the entries: what was added since is looked at in another turn.
    const now = await auditHead(db, accountId)
    if (now.seq === head.seq) return found(now, check.end(now))
    head = now
  }
}
