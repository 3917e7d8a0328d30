import { useState } from 'react'
import { renderCard } from '../../../core/card-number.ts'
import { cardText } from '../../../core/card-profile.ts'
import { reversedBytes } from '../../../core/card/same-card.ts'
import type { ScanView, ScannedCard } from '../../../core/scan/scan.ts'
import { spreadsheetCsv } from '../../../core/scan/spreadsheet.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { t } from '../../messages.ts'
import { cardProfileNow } from '../../stores/card-profile.ts'

type State = 'ready' | 'busy' | 'saved' | 'failed'

/** Every card of a scan as a table that spreadsheets open without spoiling it. */
export function ExportScan({ view }: { readonly view: ScanView }) {
  const [state, setState] = useState<State>('ready')

  async function save() {
    setState('busy')
    const rows = await app.scan.rows({ scanId: view.id })
    if (!rows.ok) return setState('failed')
    const text = spreadsheetCsv([[...t.scan.columns], ...rows.value.map(cells)])
    const saved = await app.files.save({ name: t.scan.fileName(view.startedAt.slice(0, 10)), text })
    if (!saved.ok) return setState('failed')
    setState(saved.value === 'saved' ? 'saved' : 'ready')
  }

  return (
    <>
      <Button disabled={view.count === 0 || state === 'busy'} onClick={() => void save()}>
        {t.scan.export}
      </Button>
      <output className="scan-saved" data-bad={state === 'failed' || undefined}>
        {state === 'saved' && t.scan.exported}
        {state === 'failed' && t.scan.exportFailed}
      </output>
    </>
  )
}

/** In the order of `t.scan.columns`. */
function cells({ label, uid, holder, reader, firstSeenAt }: ScannedCard): string[] {
  const written = cardText(cardProfileNow().cardId, uid)
  const decimals = [renderCard(uid, 'decimal'), renderCard(reversedBytes(uid), 'decimal')]
  return [label ?? '', written, uid, ...decimals, holder ?? '', reader, firstSeenAt]
}
