import { cardText } from '../../../core/card-profile.ts'
import type { RosterRow, RosterView } from '../../../core/roster/roster.ts'
import { Icon } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { useCardProfile } from '../../stores/card-profile.ts'
import { askRoster } from '../../stores/roster.ts'
import { nameOfListed } from './preview.tsx'

/** Who waits next, whom a click takes out of turn, and who has just been given a card. */
export function Beside({ view }: { readonly view: RosterView }) {
  return (
    <div className="roster-beside">
      <section className="card-box" aria-labelledby="roster-following">
        <h2 id="roster-following">{t.roster.following}</h2>
        <ul>
          {view.following.map((row) => (
            <li key={row.position}>
              <button
                type="button"
                onClick={() => askRoster({ kind: 'step', step: { go: row.position } })}
              >
                {nameOfListed(row)}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className="card-box" aria-labelledby="roster-recent">
        <h2 id="roster-recent">{t.roster.recent}</h2>
        <ul>
          {view.recent.map((row) => (
            <Recent key={row.position} row={row} />
          ))}
        </ul>
      </section>
    </div>
  )
}

function Recent({ row }: { readonly row: RosterRow }) {
  const { cardId: style } = useCardProfile()
  return (
    <li className="roster-recent">
      <Icon name="check" />
      <span className="roster-recent-name">{nameOfListed(row)}</span>
      <span className="roster-recent-card">
        {row.cardId !== null && cardText(style, row.cardId)}
        {row.surfaceId !== '' && ` · ${row.surfaceId}`}
      </span>
    </li>
  )
}
