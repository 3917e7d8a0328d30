import { renderCard } from '../../../core/card-number.ts'
import { cardText } from '../../../core/card-profile.ts'
import { reversedBytes } from '../../../core/card/same-card.ts'
import type { ScanView, ScannedCard } from '../../../core/scan/scan.ts'
import { app } from '../../bridge.ts'
import { t } from '../../messages.ts'
import { cardProfileNow } from '../../stores/card-profile.ts'
import { SaveCsv } from '../save-csv.tsx'

/** Every card of a scan as a table. */
export function ExportScan({ view }: { readonly view: ScanView }) {
  async function rows() {
    const read = await app.scan.rows({ scanId: view.id })
    return read.ok ? [[...t.scan.columns], ...read.value.map(cells)] : null
  }
  const name = () => t.scan.fileName(view.startedAt.slice(0, 10))
  return <SaveCsv disabled={view.count === 0} name={name} rows={rows} />
}

/** In the order of `t.scan.columns`. */
function cells({ label, uid, holder, reader, firstSeenAt }: ScannedCard): string[] {
  const written = cardText(cardProfileNow().cardId, uid)
  const decimals = [renderCard(uid, 'decimal'), renderCard(reversedBytes(uid), 'decimal')]
  return [label ?? '', written, uid, ...decimals, holder ?? '', reader, firstSeenAt]
}
