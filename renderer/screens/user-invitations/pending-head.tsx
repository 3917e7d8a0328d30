import { useEffect, useRef } from 'react'
import type { PendingQuery, PersonRow } from '../../../core/pending-page.ts'
import { SortHead } from '../../components/sort-head.tsx'
import { t } from '../../messages.ts'
import { ask, sortedBy } from '../../stores/pending.ts'
import { select, shareSelected, useSelection } from '../../stores/selection.ts'
import { type Column, columns } from './pending-columns.tsx'

type Props = {
  readonly query: PendingQuery
  readonly rows: readonly PersonRow[]
  readonly active: boolean
}

export function PendingHead({ query, rows, active }: Props) {
  return (
    <thead>
      <tr>
        {active && (
          <th scope="col" className="col-select">
            <SelectPage rows={rows} />
          </th>
        )}
        {columns.map((column) => (
          <ColumnHead key={column.key} column={column} query={query} />
        ))}
        {active && (
          <>
            <th scope="col" className="col-actions">
              {t.pending.columns.actions}
            </th>
            <th scope="col" className="col-delete">
              {t.pending.columns.delete}
            </th>
          </>
        )}
      </tr>
    </thead>
  )
}

function SelectPage({ rows }: Pick<Props, 'rows'>) {
  const box = useRef<HTMLInputElement>(null)
  const ids = rows.map(({ id }) => id)
  const share = useSelection((selection) => shareSelected(selection, ids))
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = share === 'some'
  }, [share])
  return (
    <input
      ref={box}
      type="checkbox"
      aria-label={t.pending.selectPage}
      checked={share === 'all'}
      disabled={rows.length === 0}
      onChange={() => select(ids, share !== 'all')}
    />
  )
}

function ColumnHead({ column, query }: { readonly column: Column } & Pick<Props, 'query'>) {
  const { key, sort } = column
  const active = sort !== undefined && query.sort === sort
  const direction = query.descending ? 'descending' : 'ascending'
  return (
    <SortHead
      text={t.pending.columns[key]}
      className={`col-${key}`}
      order={active ? direction : 'none'}
      onSort={sort && (() => ask(sortedBy(query, sort)))}
    />
  )
}
