import { memo } from 'react'
import type { PersonRow } from '../../../core/pending-page.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icons.tsx'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'
import { type PendingState, ask, sortedBy, usePending } from '../../stores/pending.ts'
import { useSync } from '../../stores/sync.ts'
import { Pager } from './pager.tsx'
import { type Column, columns } from './pending-columns.tsx'
import './pending-table.css'

/** Everybody who was invited by email and has not registered yet, as this computer knows it. */
export function PendingTable() {
  const { query, page, failure } = usePending()
  return (
    <section className="card-box pending" aria-labelledby="pending-title">
      <div className="pending-head">
        <h2 id="pending-title">{t.pending.title}</h2>
        <Pager name={t.pending.pagesAbove} list={{ query, page }} onAsk={ask} />
      </div>
      {failure !== null && (
        <Notice kind="bad">
          <div className="banner-line">
            <span>{t.failures[failure.code](failure)}</span>
            <Button onClick={() => ask({ ...query })}>{t.pending.retry}</Button>
          </div>
        </Notice>
      )}
      <table aria-labelledby="pending-title" aria-busy={page === null}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} query={query} />
            ))}
          </tr>
        </thead>
        <tbody>
          {page?.rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {page === null && failure === null && <p className="pending-empty">{t.pending.loading}</p>}
      {page?.total === 0 && <Nobody />}
      {page !== null && page.total > 0 && (
        <Pager name={t.pending.pagesBelow} list={{ query, page }} onAsk={ask} />
      )}
    </section>
  )
}

function Head({ column, query }: { readonly column: Column } & Pick<PendingState, 'query'>) {
  const text = t.pending.columns[column.key]
  const { sort } = column
  if (sort === undefined) return <th scope="col">{text}</th>
  const active = query.sort === sort
  const direction = query.descending ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={active ? direction : 'none'}>
      <button type="button" onClick={() => ask(sortedBy(query, sort))}>
        {text}
        <span className="pending-sort" data-active={active || undefined}>
          <Icon name={active && query.descending ? 'sort-down' : 'sort-up'} />
        </span>
      </button>
    </th>
  )
}

const Row = memo(function Row({ row }: { readonly row: PersonRow }) {
  return (
    <tr>
      {columns.map((column) => (
        <td key={column.key}>{column.cell(row)}</td>
      ))}
    </tr>
  )
}, sameRow)

/** Rows arrive anew with every page; only what is shown matters. */
function sameRow(before: { row: PersonRow }, now: { row: PersonRow }): boolean {
  return JSON.stringify(before.row) === JSON.stringify(now.row)
}

function Nobody() {
  const neverSynced = useSync((status) => status.lastSyncAt === null)
  return (
    <div className="pending-empty">
      <Icon name="users" />
      <h3>{t.pending.emptyTitle}</h3>
      <p>{neverSynced ? t.pending.emptyNeverSynced : t.pending.empty}</p>
    </div>
  )
}
