import type { RequestOf } from '../../contracts/cloud-api.ts'
import { type Result, fail, ok } from '../../contracts/result.ts'
import type { AuditEntry, AuditFilter, AuditPage } from '../../core/audit/audit-entry.ts'
import { mayReadAudit } from '../../core/role.ts'
import { type CloudRefusal, cloudRefusal } from './cloud-refusal.ts'
import type { Workplace } from './ports.ts'

type Refusal = CloudRefusal | 'signed-out' | 'audit-not-allowed'

const rowsShown = 50
/** So many entries become a file; whoever needs more asks the cloud with a narrower filter. */
const mostExported = 50_000
const rowsAsked = 500

/** A page of the account's audit, from the cloud. */
export async function listAudit(
  place: Workplace,
  { filter, olderThan }: { readonly filter: AuditFilter; readonly olderThan: string | null },
): Promise<Result<AuditPage, Refusal>> {
  return ask(place, filter, { olderThan, limit: rowsShown })
}

/** Everything that the filter lets through, to be saved as a file. */
export async function exportAudit(
  place: Workplace,
  filter: AuditFilter,
): Promise<Result<AuditEntry[], Refusal>> {
  const entries: AuditEntry[] = []
  let olderThan: string | null = null
  do {
    const page: Result<AuditPage, Refusal> = await ask(place, filter, {
      olderThan,
      limit: rowsAsked,
    })
    if (!page.ok) return page
    entries.push(...page.value.entries)
    olderThan = page.value.next
  } while (olderThan !== null && entries.length < mostExported)
  return ok(entries)
}

async function ask(
  place: Workplace,
  filter: AuditFilter,
  { olderThan, limit }: { readonly olderThan: string | null; readonly limit: number },
): Promise<Result<AuditPage, Refusal>> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  if (!mayReadAudit(desk.identity.account.role)) return fail('audit-not-allowed')
  const answer = await desk.audit(queryFor(filter, olderThan, limit))
  return answer.ok ? answer : cloudRefusal(answer, { forbidden: 'audit-not-allowed' })
}

function queryFor(filter: AuditFilter, olderThan: string | null, limit: number) {
  const wanted = Object.entries({ ...filter, olderThan }).filter(([, value]) => value !== null)
  return { ...(Object.fromEntries(wanted) satisfies RequestOf<'audit'>['query']), limit }
}
