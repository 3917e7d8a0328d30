import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { t } from '../../messages.ts'
import { useReader } from '../../stores/reader.ts'
import { useShown } from '../use-shown.ts'
import { Advice } from './advice.tsx'
import { KeyboardReaders } from './keyboard-readers.tsx'
import { ReaderCard } from './reader-card.tsx'
import './readers.css'

/** Every reader of this computer: what it is called, what it may do, what it read, and what is wrong. */
export default function Readers() {
  const status = useReader()
  const [hidden, setHidden] = useState(true)
  // Whoever ignores a reader is not left without it under the hand.
  const [kept, keep] = useState<ReadonlySet<string>>(new Set())
  useShown('readers')
  const ignored = status.readers.filter((each) => each.ignored && !kept.has(each.name))
  const shown = hidden ? status.readers.filter((each) => !ignored.includes(each)) : status.readers
  return (
    <div className="page">
      <div className="readers-head">
        <h1>{t.readers.title}</h1>
        <p className="soft">{t.readers.intro}</p>
        {ignored.length > 0 && (
          <Button aria-pressed={!hidden} onClick={() => setHidden(!hidden)}>
            {hidden ? t.readers.showIgnored(ignored.length) : t.readers.hideIgnored}
          </Button>
        )}
      </div>
      <Advice status={status} />
      <ul className="readers">
        {shown.map((each) => (
          <ReaderCard
            key={each.name}
            reader={each}
            onIgnore={() => keep(new Set([...kept, each.name]))}
          />
        ))}
        <KeyboardReaders />
      </ul>
    </div>
  )
}
