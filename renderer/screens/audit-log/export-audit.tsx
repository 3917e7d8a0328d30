import type { AuditEntry, AuditFilter } from '../../../core/audit/audit-entry.ts'
import { app } from '../../bridge.ts'
import { t } from '../../messages.ts'
import { dayOf } from '../../stores/desk-log.ts'
import { SaveCsv } from '../save-csv.tsx'
import { fieldNames, nameOf } from './audit-words.ts'

type Props = { readonly filter: AuditFilter; readonly empty: boolean }

/** Everything that the filters leave, on this page or not, with the hashes that prove it. */
export function ExportAudit({ filter, empty }: Props) {
  async function rows() {
    const read = await app.audit.all(filter)
    return read.ok ? [[...t.audit.file], ...read.value.map(cells)] : null
  }
  const name = () => t.audit.fileName(dayOf(new Date().toISOString()))
  return <SaveCsv key={JSON.stringify(filter)} disabled={empty} name={name} rows={rows} />
}

/** In the order of `t.audit.file`. */
function cells({ seq, at, what, who, desk, about, fields, card, hash }: AuditEntry): string[] {
  const actor = who === null ? t.audit.operator : nameOf(who)
  const place = desk === null ? '' : nameOf(desk)
  const whom = about === null ? ['', ''] : [nameOf(about), about.id]
  const changed = fieldNames(fields).join(', ')
  return [String(seq), at, t.audit.done[what], ...whom, changed, card ?? '', actor, place, hash]
}
