import type { PendingPage } from '../../../core/pending-page.ts'
import { pageSizes } from '../../../core/pending-page.ts'
import { Icon, type IconName } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { type Step, ask, stepFrom, usePending, withLimit } from '../../stores/pending.ts'

const steps = [
  ['first', 'first'],
  ['previous', 'previous'],
  ['next', 'next'],
  ['last', 'last'],
] as const satisfies readonly (readonly [Step, IconName])[]

/** Page controls; they stand above and below the table, so each has a name of its own. */
export function Pager({ name }: { readonly name: string }) {
  const pending = usePending()
  return (
    <nav className="pager" aria-label={name}>
      <label className="pager-size">
        {t.pending.rowsPerPage}
        <select
          className="control"
          value={pending.query.limit}
          onChange={(event) => {
            const limit = pageSizes.find((size) => String(size) === event.target.value)
            if (limit !== undefined) ask(withLimit(pending.query, limit))
          }}
        >
          {pageSizes.map((size) => (
            <option key={size}>{size}</option>
          ))}
        </select>
      </label>
      <span className="pager-range">{rangeOf(pending.page)}</span>
      <span className="pager-steps">
        {steps.map(([step, icon]) => {
          const query = stepFrom(pending, step)
          return (
            <button
              key={step}
              type="button"
              aria-label={t.pending[step]}
              title={t.pending[step]}
              aria-disabled={query === null}
              onClick={() => query !== null && ask(query)}
            >
              <Icon name={icon} />
            </button>
          )
        })}
      </span>
    </nav>
  )
}

export function rangeOf(page: PendingPage | null): string {
  if (page === null) return ''
  if (page.total === 0) return t.pending.rangeNone
  return t.pending.range(page.from, page.from + page.rows.length - 1, page.total)
}
