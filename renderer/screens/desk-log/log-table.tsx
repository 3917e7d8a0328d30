import type { ReactNode } from 'react'
import type { LogRow } from '../../../core/desk-log/log-page.ts'
import { Icon } from '../../components/icons.tsx'
import '../../components/table.css'
import { formatDateTime, formatExactly } from '../../format.ts'
import { useLanguage } from '../../language.ts'
import { t } from '../../messages.ts'

type Column = {
  readonly key: keyof typeof t.deskLog.columns
  readonly cell: (row: LogRow) => ReactNode
}

const columns: readonly Column[] = [
  {
    key: 'when',
    cell: ({ at }) => (
      <time dateTime={at} title={formatExactly(at)}>
        {formatDateTime(at)}
      </time>
    ),
  },
  { key: 'what', cell: (row) => <What row={row} /> },
  {
    key: 'person',
    cell: ({ person, from }) => (
      <Two first={person || t.words.nobody} second={from === null ? null : t.deskLog.from(from)} />
    ),
  },
  {
    key: 'card',
    cell: ({ card, instead }) => (
      <span className="log-card">
        <Two first={card} second={instead === null ? null : t.deskLog.instead(instead)} />
      </span>
    ),
  },
  { key: 'who', cell: ({ who }) => <Text text={who} /> },
  { key: 'desk', cell: ({ desk }) => <Text text={desk} /> },
  { key: 'reader', cell: ({ reader }) => <Text text={reader ?? t.words.nobody} /> },
]

type Props = { readonly rows: readonly LogRow[]; readonly busy: boolean }

export function LogTable({ rows, busy }: Props) {
  const language = useLanguage((spoken) => spoken.language)
  return (
    <table className="table" aria-labelledby="log-title" aria-busy={busy}>
      <thead>
        <tr>
          {columns.map(({ key }) => (
            <th key={key} scope="col" className={`log-col-${key}`}>
              {t.deskLog.columns[key]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody key={language}>
        {rows.map((row) => (
          <tr key={`${row.opId} ${row.nth}`} data-refused={row.refusal !== null || undefined}>
            {columns.map(({ key, cell }) => (
              <td key={key}>{cell(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function What({ row: { what, refusal, here } }: { readonly row: LogRow }) {
  return (
    <div className="log-done">
      <span className={refusal === null ? '' : 'log-refused'}>
        {refusal === null ? t.deskLog.done[what] : t.deskLog.notDone[what]}
      </span>
      {refusal !== null && <span className="soft">{t.deskLog.refusals[refusal]}</span>}
      {here && (
        <span className="log-here" title={t.deskLog.hereHint}>
          <Icon name="computer" />
          {t.deskLog.here}
        </span>
      )}
    </div>
  )
}

function Two({ first, second }: { readonly first: string; readonly second: string | null }) {
  return (
    <>
      <Text text={first} />
      {second !== null && (
        <span className="soft" title={second}>
          {second}
        </span>
      )}
    </>
  )
}

function Text({ text }: { readonly text: string }) {
  return <span title={text}>{text}</span>
}
