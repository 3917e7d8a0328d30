import type { AuditEntry, AuditPage } from '../../../core/audit/audit-entry.ts'
import { t } from '../../messages.ts'

/** As they were called then, or that nobody may know it any more. */
export function nameOf(named: AuditEntry['about']): string {
  if (named === null) return t.words.nobody
  if (named.name === null) return t.audit.erased
  return named.name || t.words.nobody
}

/**
 * Names of fields in the person's language, or of the desks that are told by their ids; what a later version
 * calls something stays as it is.
 */
export function fieldNames(fields: readonly string[], desks: AuditPage['desks'] = []): string[] {
  const known: Readonly<Record<string, string>> = t.audit.fields
  const desk = (id: string) => desks.find((each) => each.id === id)?.name
  return fields.map((field) => known[field] ?? desk(field) ?? field)
}
