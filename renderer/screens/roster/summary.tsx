import { useEffect, useState } from 'react'
import { cardText } from '../../../core/card-profile.ts'
import { type RosterRow, type RosterView, rosterState } from '../../../core/roster/roster.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import '../../components/table.css'
import { formatDateTime } from '../../format.ts'
import { t } from '../../messages.ts'
import { useCardProfile } from '../../stores/card-profile.ts'
import { askRoster } from '../../stores/roster.ts'
import { nameOfListed } from './preview.tsx'
import './summary.css'

/** What became of everybody on the list, to be printed or kept. */
export function Summary({ view }: { readonly view: RosterView }) {
  const { id, title, createdAt, finishedAt, counts } = view
  const rows = useRows(id)
  return (
    <section className="card-box roster-summary" aria-labelledby="roster-summary">
      <div className="roster-summary-head">
        <div>
          <h2 id="roster-summary">{title}</h2>
          <p className="soft">
            {formatDateTime(createdAt)}
            {finishedAt !== null && ` – ${formatDateTime(finishedAt)}`}
          </p>
        </div>
        <div className="roster-summary-tools">
          <Button look="main" onClick={() => window.print()}>
            {t.roster.print}
          </Button>
          <Button onClick={() => askRoster({ kind: 'open', rosterId: id })}>
            {t.roster.goOnAgain}
          </Button>
          <Button onClick={() => askRoster({ kind: 'pause' })}>{t.roster.newList}</Button>
        </div>
      </div>
      <dl className="roster-counts">
        {rosterState.options
          .filter((state) => counts[state] > 0 || state === 'assigned')
          .map((state) => (
            <div key={state}>
              <dt>{t.roster.state[state]}</dt>
              <dd>{counts[state]}</dd>
            </div>
          ))}
      </dl>
      {rows === null ? <p className="soft">{t.roster.loading}</p> : <Rows rows={rows} />}
    </section>
  )
}

function useRows(rosterId: string): readonly RosterRow[] | null {
  const [rows, setRows] = useState<readonly RosterRow[] | null>(null)
  useEffect(() => {
    let isShown = true
    void app.roster.rows({ rosterId }).then((answer) => {
      if (isShown && answer.ok) setRows(answer.value)
    })
    return () => {
      isShown = false
    }
  }, [rosterId])
  return rows
}

function Rows({ rows }: { readonly rows: readonly RosterRow[] }) {
  const { cardId: style } = useCardProfile()
  return (
    <table className="table" aria-labelledby="roster-summary">
      <thead>
        <tr>
          <th scope="col" className="roster-narrow">
            {t.roster.row}
          </th>
          <th scope="col">{t.roster.person}</th>
          <th scope="col">{t.roster.stateColumn}</th>
          <th scope="col">{t.roster.card}</th>
          <th scope="col">{t.roster.surface}</th>
          <th scope="col">{t.roster.when}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.position} data-state={row.state}>
            <td>{row.position + 1}</td>
            <td>
              <span className="two-lines">{nameOfListed(row)}</span>
            </td>
            <td>
              <span className="two-lines">{stateWords(row)}</span>
            </td>
            <td className="roster-number">{row.cardId !== null && cardText(style, row.cardId)}</td>
            <td className="roster-number">{row.surfaceId}</td>
            <td>{row.at !== null && formatDateTime(row.at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function stateWords({ state, reason }: RosterRow): string {
  const word = t.roster.state[state]
  return reason === null ? word : `${word}: ${t.roster.reason[reason]}`
}
