import type { LogRow } from '../../../core/desk-log/log-page.ts'
import { type EventColumn, EventTable, Line, Moment } from '../../components/event-table.tsx'
import { Icon } from '../../components/icons.tsx'
import { t } from '../../messages.ts'

const columns: readonly EventColumn<LogRow, keyof typeof t.deskLog.columns>[] = [
  {
    key: 'when',
    cell: ({ at }) => <Moment at={at} />,
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
  { key: 'who', cell: ({ who }) => <Line text={who} /> },
  { key: 'desk', cell: ({ desk }) => <Line text={desk} /> },
  { key: 'reader', cell: ({ reader }) => <Line text={reader ?? t.words.nobody} /> },
]

type Props = { readonly rows: readonly LogRow[]; readonly busy: boolean }

export function LogTable({ rows, busy }: Props) {
  return (
    <EventTable
      titleId="log-title"
      columns={columns}
      heads={t.deskLog.columns}
      rows={rows}
      busy={busy}
      keyOf={({ opId, nth }) => `${opId} ${nth}`}
      isRefused={({ refusal }) => refusal !== null}
    />
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
      <Line text={first} />
      {second !== null && (
        <span className="soft" title={second}>
          {second}
        </span>
      )}
    </>
  )
}
