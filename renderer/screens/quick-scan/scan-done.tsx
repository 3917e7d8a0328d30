import type { ScanView } from '../../../core/scan/scan.ts'
import { Button } from '../../components/button.tsx'
import { Giant } from '../../components/giant.tsx'
import { Notice } from '../../components/notice.tsx'
import { formatNumber } from '../../format.ts'
import { t } from '../../messages.ts'
import { askScan, closeScan, useScan } from '../../stores/scan.ts'
import { ExportScan } from './export-scan.tsx'
import { Scanned } from './scanned.tsx'

/** A scan that was ended: what came of it, and how it goes on. */
export function ScanDone({ view }: { readonly view: ScanView }) {
  const failure = useScan((desk) => desk.failure)
  return (
    <div className="scan-turn">
      <section className="card-box scan-label" aria-label={t.scan.done}>
        <div className="scan-news" aria-live="polite">
          <Giant lines={[t.scan.count(formatNumber(view.count))]} />
          <p>{t.scan.doneHint}</p>
        </div>
        <div className="scan-steps">
          <ExportScan view={view} />
          <Button onClick={() => askScan({ kind: 'resume' })}>{t.scan.resume}</Button>
          <Button onClick={closeScan}>{t.scan.another}</Button>
        </div>
        {failure !== null && <Notice kind="bad">{t.failures[failure.code](failure)}</Notice>}
      </section>
      <Scanned view={view} />
    </div>
  )
}
