import type { AuditEntry } from '../../../core/audit/audit-entry.ts'
import { t } from '../../messages.ts'

/** As they were called then, or that nobody may know it any more. */
export function nameOf(named: AuditEntry['about']): string {
  if (named === null) return t.words.nobody
  if (named.name === null) return t.audit.erased
  return named.name || t.words.nobody
}

/** Names of fields in the person's language; what a later version calls something stays as it is. */
export function fieldNames(fields: readonly string[]): string[] {
  const known: Readonly<Record<string, string>> = t.audit.fields
  return fields.map((field) => known[field] ?? field)
}
