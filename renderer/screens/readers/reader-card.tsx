import { useId, useState } from 'react'
import type { DeskReader } from '../../../core/desk-reader.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icons.tsx'
import { formatAgo, formatNumber } from '../../format.ts'
import { t } from '../../messages.ts'
import { useNow } from '../desk/use-now.ts'
import { ReaderName } from './reader-name.tsx'
import { ReaderSwitches } from './reader-switches.tsx'
import { ReaderTest } from './reader-test.tsx'

type Props = { readonly reader: DeskReader; readonly onIgnore: () => void }

/** One reader with everything about it. */
export function ReaderCard({ reader, onIgnore }: Props) {
  const id = useId()
  const now = useNow(1000)
  const [testing, setTesting] = useState(false)
  const { name, label, last, slot } = reader
  return (
    <li className="card-box reader" data-ignored={reader.ignored || undefined}>
      <section aria-labelledby={id}>
        <div className="reader-head">
          <h2 id={id}>{label ?? name}</h2>
          <span className="reader-state" data-slot={slot.kind}>
            <Icon name={slot.kind === 'unreadable' ? 'attention' : 'card'} />
            {reader.ignored ? t.readers.ignoredState(reader.decided) : t.reader.state(slot)}
          </span>
        </div>
        {label !== null && <p className="soft reader-own-name">{name}</p>}
        {reader.simulated && <p className="soft reader-own-name">{t.reader.simulated}</p>}
        <ReaderName key={label} reader={reader} />
        <ReaderSwitches reader={reader} onIgnore={onIgnore} />
        <dl className="reader-facts">
          <dt>{t.readers.last}</dt>
          <dd>
            {last === null ? (
              t.readers.noneYet
            ) : (
              <>
                <code>{last.uid}</code> {formatAgo(last.at, now)}
              </>
            )}
          </dd>
          <dt>{t.readers.taps}</dt>
          <dd>{formatNumber(reader.taps)}</dd>
          <dt>{t.readers.unreadable}</dt>
          <dd>{formatNumber(reader.unreadable)}</dd>
        </dl>
        <Button aria-expanded={testing} onClick={() => setTesting(!testing)}>
          {testing ? t.readers.endTest : t.readers.test}
        </Button>
        {testing && <ReaderTest reader={reader} />}
      </section>
    </li>
  )
}
