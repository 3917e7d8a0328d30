import { memo } from 'react'
import type { PendingQuery, PersonRow } from '../../../core/pending-page.ts'
import { type Role, mayTendCards, rolesGivenBy } from '../../../core/role.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icons.tsx'
import { SortHead } from '../../components/sort-head.tsx'
import { useLanguage } from '../../language.ts'
import { t } from '../../messages.ts'
import { nameOfRow, openEdit } from '../../stores/edit.ts'
import { sortedBy } from '../../stores/pending.ts'
import { openUserCards } from '../../stores/user-cards.ts'
import { askUsers, useUsers } from '../../stores/users.ts'
import { useFoundRow } from '../use-found.ts'
import { columns } from './users-columns.tsx'

export function UsersTable({ by }: { readonly by: Role }) {
  const { query, page, failure } = useUsers()
  const language = useLanguage((spoken) => spoken.language)
  return (
    <table
      className="table"
      aria-labelledby="users-title"
      aria-busy={page === null && failure === null}
    >
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column.key} column={column} query={query} />
          ))}
          <th scope="col" className="col-actions">
            <span className="visually-hidden">{t.users.columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody key={language}>
        {page?.rows.map((row) => (
          <Row
            key={row.id}
            row={row}
            editable={rolesGivenBy(by).includes(row.role)}
            tended={mayTendCards(by)}
          />
        ))}
      </tbody>
    </table>
  )
}

type HeadProps = { readonly column: (typeof columns)[number]; readonly query: PendingQuery }

function Head({ column: { key, sort }, query }: HeadProps) {
  const active = sort !== undefined && query.sort === sort
  const direction = query.descending ? 'descending' : 'ascending'
  return (
    <SortHead
      text={t.users.columns[key]}
      className={`col-${key}`}
      order={active ? direction : 'none'}
      onSort={sort && (() => askUsers(sortedBy(query, sort)))}
    />
  )
}

type RowProps = {
  readonly row: PersonRow
  readonly editable: boolean
  /** Their cards may be blocked and replaced. */
  readonly tended: boolean
}

const Row = memo(function Row({ row, editable, tended }: RowProps) {
  const [line, isFound] = useFoundRow(row.id)
  return (
    <tr ref={line} data-selected={isFound || undefined} aria-current={isFound || undefined}>
      {columns.map((column) => (
        <td key={column.key} className={`col-${column.key}`}>
          {column.cell(row)}
        </td>
      ))}
      <td>
        <div className="users-actions">
          {editable && tended && (
            <Button
              look="quiet"
              title={t.userCards.open}
              aria-label={t.userCards.openOf(nameOfRow(row) || t.users.unnamed)}
              onClick={() => openUserCards(row)}
            >
              <Icon name="card" />
            </Button>
          )}
          {editable && (
            <Button
              look="quiet"
              aria-label={t.users.editOf(nameOfRow(row) || t.users.unnamed)}
              onClick={() => openEdit(row)}
            >
              {t.users.edit}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}, sameRow)

/** Rows arrive anew with every page; only what is shown matters. */
function sameRow(before: RowProps, now: RowProps): boolean {
  return JSON.stringify(before) === JSON.stringify(now)
}
