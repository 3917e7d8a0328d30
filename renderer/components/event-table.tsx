import type { ReactNode } from 'react'
import { formatDateTime, formatExactly } from '../format.ts'
import { useLanguage } from '../language.ts'
import './table.css'

/** What happened, line by line: each column with its head and its cell. */
export type EventColumn<Row, Key extends string> = {
  readonly key: Key
  readonly cell: (row: Row) => ReactNode
}

type Props<Row, Key extends string> = {
  /** Id of the heading. */
  readonly titleId: string
  readonly columns: readonly EventColumn<Row, Key>[]
  readonly heads: Readonly<Record<Key, string>>
  readonly rows: readonly Row[]
  readonly busy: boolean
  readonly keyOf: (row: Row) => string | number
  readonly isRefused?: (row: Row) => boolean
}

export function EventTable<Row, Key extends string>(props: Props<Row, Key>) {
  const { titleId, columns, heads, rows, busy, keyOf, isRefused = () => false } = props
  const language = useLanguage((spoken) => spoken.language)
  return (
    <table className="table" aria-labelledby={titleId} aria-busy={busy}>
      <thead>
        <tr>
          {columns.map(({ key }) => (
            <th key={key} scope="col" className={`log-col-${key}`}>
              {heads[key]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody key={language}>
        {rows.map((row) => (
          <tr key={keyOf(row)} data-refused={isRefused(row) || undefined}>
            {columns.map(({ key, cell }) => (
              <td key={key}>{cell(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function Moment({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} title={formatExactly(at)}>
      {formatDateTime(at)}
    </time>
  )
}

/** One line; whole in its title where there is no room for it. */
export function Line({ text }: { readonly text: string }) {
  return <span title={text}>{text}</span>
}
