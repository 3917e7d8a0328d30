import { paceOf } from '../../../core/roster/pace.ts'
import { type RosterView, rosterSize } from '../../../core/roster/roster.ts'
import { Button } from '../../components/button.tsx'
import { formatNumber } from '../../format.ts'
import { t } from '../../messages.ts'
import { askRoster, useRoster } from '../../stores/roster.ts'

/** How far the list is, and how quickly it goes. */
export function Progress({ view }: { readonly view: RosterView }) {
  const times = useRoster((desk) => desk.times)
  const { title, counts } = view
  const total = rosterSize(counts)
  const done = total - counts.waiting
  const pace = paceOf(times, counts.waiting)
  return (
    <div className="card-box roster-progress">
      <h2>{title}</h2>
      <progress max={total} value={done} aria-label={title} />
      <span className="roster-count">{t.roster.progress(done, total)}</span>
      <span className="roster-pace soft">
        {pace !== null && (
          <>
            {t.roster.perMinute(formatNumber(Math.round(pace.perMinute)))}
            {counts.waiting > 0 && ` · ${t.roster.left(Math.round(pace.leftMs / 60_000))}`}
          </>
        )}
      </span>
      <Button onClick={() => askRoster({ kind: 'pause' })}>{t.roster.pause}</Button>
      <Button
        look={view.current === null ? 'main' : 'plain'}
        onClick={() => askRoster({ kind: 'finish' })}
      >
        {t.roster.finish}
      </Button>
    </div>
  )
}
