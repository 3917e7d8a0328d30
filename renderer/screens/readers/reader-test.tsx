import { type CardView, cardView } from '../../../core/card/card-view.ts'
import { warningsOf } from '../../../core/card/warnings.ts'
import { cardKind } from '../../../core/card/card-kind.ts'
import type { DeskReader } from '../../../core/desk-reader.ts'
import { t } from '../../messages.ts'

/** A live view of what lies on the reader, as far as the reader tells; it stays when the card leaves. */
export function ReaderTest({ reader }: { readonly reader: DeskReader }) {
  const { slot, last } = reader
  if (slot.kind === 'unreadable') return <Unreadable atr={slot.atr} state={t.reader.state(slot)} />
  if (last === null) return <p className="soft reader-test">{t.readers.layACard}</p>
  const view = cardView({ uid: last.uid, atr: last.atr, source: 'reader' }, t.card)
  return (
    <div className="reader-test">
      <output className="reader-uid">{last.uid}</output>
      <dl className="reader-facts">
        <Facts atr={last.atr} />
        <dt>{t.card.uid}</dt>
        <dd>{t.card.bytes(last.uid.length / 2)}</dd>
      </dl>
      <Warnings advice={view.warnings.map(({ advice }) => advice)} />
      <Renderings view={view} />
    </div>
  )
}

function Unreadable({ atr, state }: { readonly atr: string; readonly state: string }) {
  const advice = warningsOf({ uid: null, atr, source: 'reader' }).map((code) => t.card.advice[code])
  return (
    <div className="reader-test">
      <output className="reader-bad">{state}</output>
      <dl className="reader-facts">
        <Facts atr={atr} />
      </dl>
      <Warnings advice={advice} />
    </div>
  )
}

function Facts({ atr }: { readonly atr: string }) {
  return (
    <>
      <dt>{t.card.kind}</dt>
      <dd>{t.card.kinds[cardKind(atr)]}</dd>
      <dt>{t.readers.atr}</dt>
      <dd>
        <code>{atr === '' ? t.readers.noAtr : (atr.match(/../g) ?? []).join(' ')}</code>
      </dd>
    </>
  )
}

function Warnings({ advice }: { readonly advice: readonly string[] }) {
  if (advice.length === 0) return <p className="reader-good">{t.readers.noWarnings}</p>
  return (
    <ul className="reader-warnings" aria-label={t.readers.warnings}>
      {advice.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  )
}

function Renderings({ view }: { readonly view: CardView }) {
  return (
    <div className="reader-renderings">
      <h3>{t.readers.renderings}</h3>
      <dl>
        {view.renderings.map(({ id, label, text }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              <code>{text}</code>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
