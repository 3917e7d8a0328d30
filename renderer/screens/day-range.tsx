import { t } from '../messages.ts'
import { dayBegins, dayOf } from '../stores/desk-log.ts'

/** Moments: `from` inclusive, `until` exclusive; null: without that limit. */
type Range = { readonly from: string | null; readonly until: string | null }

/** From one day to another, both whole; told as they are set. */
export function DayRange({
  range,
  onChange,
}: {
  readonly range: Range
  readonly onChange: (change: Partial<Range>) => void
}) {
  return (
    <>
      <label>
        {t.deskLog.fromDay}
        <input
          type="date"
          className="control"
          value={dayOf(range.from)}
          onChange={({ target }) => onChange({ from: dayBegins(target.value) })}
        />
      </label>
      <label>
        {t.deskLog.untilDay}
        <input
          type="date"
          className="control"
          value={dayOf(range.until, 1)}
          onChange={({ target }) => onChange({ until: dayBegins(target.value, 1) })}
        />
      </label>
    </>
  )
}
