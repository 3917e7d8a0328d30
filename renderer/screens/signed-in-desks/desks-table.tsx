import type { SignedInDesk } from '../../../core/signed-in-desk.ts'
import { Button } from '../../components/button.tsx'
import { type EventColumn, EventTable, Line, Moment } from '../../components/event-table.tsx'
import { Notice } from '../../components/notice.tsx'
import { formatAgo, formatExactly } from '../../format.ts'
import { t } from '../../messages.ts'
import { useNow } from '../desk/use-now.ts'
import type { Desks } from './use-desks.ts'

type Key = keyof typeof t.signIns.columns

type Props<Row> = {
  /** Id of the heading. */
  readonly titleId: string
  readonly desks: Desks<Row>
  /** Before the columns that every list has. */
  readonly first?: readonly EventColumn<Row, Key>[]
  /** What the button of a row is called. */
  readonly label: (row: Row) => string
  readonly onSignOut: (row: Row) => void
}

/** Sign-ins, latest in touch first, each with its end; what went wrong is told above. */
export function DesksTable<Row extends SignedInDesk>(props: Props<Row>) {
  const { titleId, desks, first = [], label, onSignOut } = props
  const { rows, failure, read } = desks
  const columns: readonly EventColumn<Row, Key>[] = [
    ...first,
    { key: 'desk', cell: (row) => <Desk desk={row} /> },
    { key: 'since', cell: ({ signedInAt }) => <Moment at={signedInAt} /> },
    { key: 'seen', cell: (row) => <Seen desk={row} /> },
    {
      key: 'action',
      cell: (row) =>
        row.current ? null : (
          <Button aria-label={label(row)} onClick={() => onSignOut(row)}>
            {t.signIns.signOut}
          </Button>
        ),
    },
  ]
  return (
    <>
      {failure !== null && (
        <Notice kind="bad">
          <div className="banner-line">
            <span>{t.failures[failure.code](failure)}</span>
            <Button onClick={read}>{t.deskLog.again}</Button>
          </div>
        </Notice>
      )}
      {rows === null && failure === null && <p className="empty">{t.signIns.loading}</p>}
      {rows !== null && (
        <div className="table-scroll">
          <EventTable
            titleId={titleId}
            columns={columns}
            heads={t.signIns.columns}
            rows={rows}
            busy={false}
            keyOf={({ id }) => id}
          />
        </div>
      )}
    </>
  )
}

export const nameOf = ({ name }: SignedInDesk) => name || t.signIns.unnamed

function Desk({ desk }: { readonly desk: SignedInDesk }) {
  return (
    <>
      <Line text={nameOf(desk)} />
      {desk.current && <strong className="signed-in-here">{t.signIns.here}</strong>}
    </>
  )
}

/** This one is in touch now, whenever it was last told. */
function Seen({ desk: { current, seenAt } }: { readonly desk: SignedInDesk }) {
  const now = useNow(60_000)
  return (
    <time dateTime={seenAt} title={formatExactly(seenAt)}>
      {current ? t.signIns.seenNow : formatAgo(seenAt, now)}
    </time>
  )
}
