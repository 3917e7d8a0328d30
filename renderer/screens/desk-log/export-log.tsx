import type { LogFilter, LogRow } from '../../../core/desk-log/log-page.ts'
import { app } from '../../bridge.ts'
import { t } from '../../messages.ts'
import { dayOf } from '../../stores/desk-log.ts'
import { SaveCsv } from '../save-csv.tsx'

type Props = { readonly filter: LogFilter; readonly empty: boolean }

/** Everything that the filters leave, on this page or not, as a table. */
export function ExportLog({ filter, empty }: Props) {
  async function rows() {
    const read = await app.log.all(filter)
    return read.ok ? [[...t.deskLog.file], ...read.value.map(cells)] : null
  }
  const name = () => t.deskLog.fileName(dayOf(new Date().toISOString()))
  return <SaveCsv key={JSON.stringify(filter)} disabled={empty} name={name} rows={rows} />
}

/** In the order of `t.deskLog.file`. */
function cells(row: LogRow): string[] {
  const { at, who, what, refusal, person, card, instead, from, desk, reader, here } = row
  const told = refusal === null ? t.deskLog.done[what] : t.deskLog.notDone[what]
  const reason = refusal === null ? '' : t.deskLog.refusals[refusal]
  const inCloud = here ? t.deskLog.no : t.deskLog.yes
  const cards = [person, card, instead ?? '', from ?? '']
  return [at, who, told, reason, ...cards, desk, reader ?? '', inCloud]
}
