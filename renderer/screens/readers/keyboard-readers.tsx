import { useId } from 'react'
import { Button } from '../../components/button.tsx'
import { t } from '../../messages.ts'
import { learnWedge, useWedge } from '../../stores/wedge.ts'
import { WedgeList } from './wedge-list.tsx'

/** All readers that type: which of them it was, no keyboard tells. */
export function KeyboardReaders() {
  const id = useId()
  const learning = useWedge((state) => state.learning !== null)
  return (
    <li className="card-box reader">
      <section aria-labelledby={id}>
        <h2 id={id}>{t.wedge.readers}</h2>
        <p className="soft">{t.wedge.focus}</p>
        <WedgeList key={String(learning)} none={t.wedge.noneKnown} />
        <Button onClick={() => learnWedge()}>{t.wedge.setUp}</Button>
      </section>
    </li>
  )
}
