import { useEffect } from 'react'
import { type RosterSummary, rosterSize } from '../../../core/roster/roster.ts'
import { Button } from '../../components/button.tsx'
import { formatDateTime } from '../../format.ts'
import { t } from '../../messages.ts'
import { askRoster, useRoster } from '../../stores/roster.ts'

/** The lists of this desk: those that go on, and those that are done. */
export function Lists() {
  const lists = useRoster((desk) => desk.lists)
  useEffect(() => askRoster({ kind: 'list' }), [])
  if (lists.length === 0) return null
  return (
    <section className="card-box" aria-labelledby="roster-lists">
      <h2 id="roster-lists">{t.roster.lists}</h2>
      <ul className="roster-lists">
        {lists.map((each) => (
          <List key={each.id} list={each} />
        ))}
      </ul>
    </section>
  )
}

function List({ list }: { readonly list: RosterSummary }) {
  const { id, title, createdAt, finishedAt, counts } = list
  const isDone = finishedAt !== null
  return (
    <li>
      <span className="roster-lists-title">{title}</span>
      <span className="soft">
        {formatDateTime(createdAt)} · {t.roster.progress(counts.assigned, rosterSize(counts))}
      </span>
      <Button
        aria-label={isDone ? t.roster.summaryOf(title) : t.roster.goOnWith(title)}
        onClick={() => askRoster({ kind: isDone ? 'look' : 'open', rosterId: id })}
      >
        {isDone ? t.roster.summary : t.roster.goOn}
      </Button>
    </li>
  )
}
