import { memo } from 'react'
import type { PersonRow } from '../../../core/pending-page.ts'
import { fullName } from '../../../core/person.ts'
import type { Role } from '../../../core/role.ts'
import { t } from '../../messages.ts'
import { select, useSelection } from '../../stores/selection.ts'
import { useFoundRow } from '../use-found.ts'
import { columns } from './pending-columns.tsx'
import { RowActions, RowRemove } from './row-actions.tsx'

type Props = {
  readonly row: PersonRow
  readonly by: Role
  /** Whether anything can be done to rows yet. */
  readonly active: boolean
}

/** Rows arrive anew with every page; only what is shown matters. */
export const PendingRow = memo(Row, (before, now) => {
  if (before.by !== now.by || before.active !== now.active) return false
  return before.row === now.row || JSON.stringify(before.row) === JSON.stringify(now.row)
})

function Row({ row, by, active }: Props) {
  const selected = useSelection(({ ids }) => ids.has(row.id))
  const [line, isFound] = useFoundRow(row.id)
  return (
    <tr ref={line} data-selected={selected || undefined} aria-current={isFound || undefined}>
      {active && (
        <td className="col-select">
          <input
            type="checkbox"
            aria-label={t.pending.select(fullName(row) || (row.email ?? ''))}
            checked={selected}
            onChange={() => select([row.id], !selected)}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.key} className={`col-${column.key}`}>
          {column.cell(row)}
        </td>
      ))}
      {active && (
        <>
          <td className="col-actions">
            <RowActions row={row} by={by} />
          </td>
          <td className="col-delete">
            <RowRemove row={row} by={by} />
          </td>
        </>
      )}
    </tr>
  )
}
