import type { AuditCommand } from '../command-line/audit-command.ts'
import { type Result, ok } from '../../contracts/result.ts'
import { verifyChain } from '../audit/verify.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { type AccountRefusal, findAccount, listAccounts } from './accounts.ts'

/** A line for each account that was asked for; `fault` and `entry` only where its chain is not whole. */
export async function verifyAudit(
  db: CloudDatabase,
  { account, expect }: AuditCommand,
): Promise<Result<readonly object[], AccountRefusal>> {
  // An end belongs to one chain.
  const one = account !== null || expect !== null ? await findAccount(db, account) : null
  if (one !== null && !one.ok) return one
  const all = await listAccounts(db)
  const lines: object[] = []
  for (const { id, name } of all.filter((each) => one === null || each.id === one.value)) {
    const { entries, erased, head, fault } = await verifyChain(db, id, expect)
    const whole = fault === null
    const found = whole
      ? { end: `${head.seq}:${head.hash}` }
      : { fault: fault.fault, entry: fault.seq }
    lines.push({ account: id, name, whole, entries, erased, ...found })
  }
  return ok(lines)
}
