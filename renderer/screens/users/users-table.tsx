import { memo } from 'react'
import type { PendingQuery, PersonRow } from '../../../core/pending-page.ts'
import { type Role, rolesGivenBy } from '../../../core/role.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icons.tsx'
import { useLanguage } from '../../language.ts'
import { t } from '../../messages.ts'
import { nameOfRow, openEdit } from '../../stores/edit.ts'
import { sortedBy } from '../../stores/pending.ts'
import { askUsers, useUsers } from '../../stores/users.ts'
import { columns } from './users-columns.tsx'

export function UsersTable({ by }: { readonly by: Role }) {
  const { query, page, failure } = useUsers()
  const language = useLanguage((spoken) => spoken.language)
  return (
    <table aria-labelledby="users-title" aria-busy={page === null && failure === null}>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column.key} column={column} query={query} />
          ))}
          <th scope="col">
            <span className="visually-hidden">{t.users.columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody key={language}>
        {page?.rows.map((row) => (
          <Row key={row.id} row={row} editable={rolesGivenBy(by).includes(row.role)} />
        ))}
      </tbody>
    </table>
  )
}

type HeadProps = { readonly column: (typeof columns)[number]; readonly query: PendingQuery }

function Head({ column: { key, sort }, query }: HeadProps) {
  const text = t.users.columns[key]
  if (sort === undefined) return <th scope="col">{text}</th>
  const active = query.sort === sort
  const direction = query.descending ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={active ? direction : 'none'}>
      <button type="button" onClick={() => askUsers(sortedBy(query, sort))}>
        {text}
        <span className="pending-sort" data-active={active || undefined}>
          <Icon name={active && query.descending ? 'sort-down' : 'sort-up'} />
        </span>
      </button>
    </th>
  )
}

type RowProps = { readonly row: PersonRow; readonly editable: boolean }

const Row = memo(function Row({ row, editable }: RowProps) {
  return (
    <tr>
      {columns.map((column) => (
        <td key={column.key}>{column.cell(row)}</td>
      ))}
      <td>
        {editable && (
          <Button
            look="quiet"
            aria-label={t.users.editOf(nameOfRow(row) || t.users.unnamed)}
            onClick={() => openEdit(row)}
          >
            {t.users.edit}
          </Button>
        )}
      </td>
    </tr>
  )
}, sameRow)

/** Rows arrive anew with every page; only what is shown matters. */
function sameRow(before: RowProps, now: RowProps): boolean {
  return JSON.stringify(before) === JSON.stringify(now)
}
