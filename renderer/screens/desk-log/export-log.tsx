import { useState } from 'react'
import type { LogFilter, LogRow } from '../../../core/desk-log/log-page.ts'
import { spreadsheetCsv } from '../../../core/scan/spreadsheet.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { t } from '../../messages.ts'
import { dayOf } from '../../stores/desk-log.ts'

type Props = { readonly filter: LogFilter; readonly empty: boolean }
type State = 'ready' | 'busy' | 'saved' | 'failed'

/** Everything that the filters leave, page or not, as a table for spreadsheets. */
export function ExportLog({ filter, empty }: Props) {
  const [state, setState] = useState<State>('ready')

  async function save() {
    setState('busy')
    const rows = await app.log.all(filter)
    if (!rows.ok) return setState('failed')
    const text = spreadsheetCsv([[...t.deskLog.file], ...rows.value.map(cells)])
    const name = t.deskLog.fileName(dayOf(new Date().toISOString()))
    const saved = await app.files.save({ name, text })
    if (!saved.ok) return setState('failed')
    setState(saved.value === 'saved' ? 'saved' : 'ready')
  }

  return (
    <>
      <Button disabled={empty || state === 'busy'} onClick={() => void save()}>
        {t.deskLog.export}
      </Button>
      <output className="log-saved" data-bad={state === 'failed' || undefined}>
        {state === 'saved' && t.deskLog.exported}
        {state === 'failed' && t.deskLog.exportFailed}
      </output>
    </>
  )
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
