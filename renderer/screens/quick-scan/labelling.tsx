import { cardText } from '../../../core/card-profile.ts'
import type { ScanView } from '../../../core/scan/scan.ts'
import { Button } from '../../components/button.tsx'
import { Giant } from '../../components/giant.tsx'
import { Notice } from '../../components/notice.tsx'
import { formatNumber } from '../../format.ts'
import { t } from '../../messages.ts'
import { useCardProfile } from '../../stores/card-profile.ts'
import { askScan, useScan } from '../../stores/scan.ts'
import { ExportScan } from './export-scan.tsx'
import { Scanned } from './scanned.tsx'

/** The label to be written on the card that was just laid down, in letters for the whole room. */
export function Labelling({ view }: { readonly view: ScanView }) {
  const failure = useScan((desk) => desk.failure)
  return (
    <div className="scan-turn">
      <section className="card-box scan-label" aria-label={t.scan.label}>
        <News view={view} />
        <p className="scan-next" data-full={view.nextLabel === null || undefined}>
          {view.nextLabel === null ? t.scan.full : t.scan.next(view.nextLabel)}
        </p>
        <div className="scan-steps">
          <Button disabled={view.recent.length === 0} onClick={() => askScan({ kind: 'undo' })}>
            {t.scan.undo}
          </Button>
          <ExportScan view={view} />
          <Button onClick={() => askScan({ kind: 'finish' })}>{t.scan.finish}</Button>
          <span className="scan-count">{t.scan.count(formatNumber(view.count))}</span>
        </div>
        {failure !== null && <Notice kind="bad">{t.failures[failure.code](failure)}</Notice>}
      </section>
      <Scanned view={view} />
    </div>
  )
}

function News({ view }: { readonly view: ScanView }) {
  const news = useScan((desk) => desk.news)
  const { cardId: style } = useCardProfile()
  const [last] = view.recent
  const { outcome, tap } = news ?? {}
  if (outcome === undefined || tap === undefined) {
    return (
      <div className="scan-news" aria-live="polite">
        <Giant lines={[last?.label ?? t.scan.begin]} />
        <p>{last === undefined ? t.scan.beginHint : t.scan.lastOne(cardText(style, last.uid))}</p>
      </div>
    )
  }
  const number = cardText(style, tap.uid)
  switch (outcome.kind) {
    case 'labelled':
      return (
        <div className="scan-news" data-tone="done" aria-live="polite">
          <Giant lines={[outcome.label]} />
          <p>{t.scan.write(number)}</p>
        </div>
      )
    case 'again':
      return (
        <div className="scan-news" data-tone="warning" aria-live="polite">
          <Giant lines={[outcome.label]} />
          <p>{t.scan.again(number)}</p>
        </div>
      )
    case 'held':
      return (
        <div className="scan-news" data-tone="warning" aria-live="polite">
          <Giant lines={[outcome.name]} />
          <p>{t.scan.held(number)}</p>
        </div>
      )
    case 'refused':
      return (
        <div className="scan-news" data-tone="refused" aria-live="polite">
          <Giant lines={[t.scan.noLabel]} />
          <p>{t.scan.refused[outcome.reason]}</p>
        </div>
      )
    case 'full':
      return (
        <div className="scan-news" data-tone="refused" aria-live="polite">
          <Giant lines={[t.scan.noLabel]} />
          <p>{t.scan.full}</p>
        </div>
      )
  }
}
