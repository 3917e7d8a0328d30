import { pageSizes } from '../../../core/page.ts'
import { Icon, type IconName } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import './pager.css'
import { type PageQuery, type Paged, type Step, stepFrom, withLimit } from '../../stores/paging.ts'

const steps = [
  ['first', 'first'],
  ['previous', 'previous'],
  ['next', 'next'],
  ['last', 'last'],
] as const satisfies readonly (readonly [Step, IconName])[]

type Props<Query> = {
  readonly name: string
  readonly list: Paged<Query>
  readonly onAsk: (query: Query) => void
}

/** Page controls; they stand above and below a table, so each has a name of its own. */
export function Pager<Query extends PageQuery>({ name, list, onAsk }: Props<Query>) {
  return (
    <nav className="pager" aria-label={name}>
      <label className="pager-size">
        {t.pending.rowsPerPage}
        <select
          className="control"
          value={list.query.limit}
          onChange={(event) => {
            const limit = pageSizes.find((size) => String(size) === event.target.value)
            if (limit !== undefined) onAsk(withLimit(list.query, limit))
          }}
        >
          {pageSizes.map((size) => (
            <option key={size}>{size}</option>
          ))}
        </select>
      </label>
      <span className="pager-range">{rangeOf(list.page)}</span>
      <span className="pager-steps">
        {steps.map(([step, icon]) => {
          const query = stepFrom(list, step)
          return (
            <button
              key={step}
              type="button"
              aria-label={t.pending[step]}
              title={t.pending[step]}
              aria-disabled={query === null}
              onClick={() => query !== null && onAsk(query)}
            >
              <Icon name={icon} />
            </button>
          )
        })}
      </span>
    </nav>
  )
}

export function rangeOf(page: Paged<unknown>['page']): string {
  if (page === null) return ''
  if (page.total === 0) return t.pending.rangeNone
  const total = t.pending.count(page.total, page.totalIsExact ?? true)
  return t.pending.range(page.from, page.from + page.rows.length - 1, total)
}
