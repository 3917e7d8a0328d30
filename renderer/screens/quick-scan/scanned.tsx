import { cardText } from '../../../core/card-profile.ts'
import type { ScanView } from '../../../core/scan/scan.ts'
import { t } from '../../messages.ts'
import { useCardProfile } from '../../stores/card-profile.ts'

/** The cards that were labelled last. */
export function Scanned({ view }: { readonly view: ScanView }) {
  const { cardId: style } = useCardProfile()
  return (
    <section className="card-box scan-recent" aria-labelledby="scan-recent">
      <h2 id="scan-recent">{t.scan.recent}</h2>
      <ol>
        {view.recent.map(({ uid, label, holder }) => (
          <li key={uid}>
            <strong>{label}</strong>
            <span className="scan-number">{cardText(style, uid)}</span>
            {holder !== null && <span className="soft">{holder}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
