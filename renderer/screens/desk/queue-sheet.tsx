import { useCallback, useEffect, useState } from 'react'
import { type QueueRow, queueLimit } from '../../../core/queue.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Ago, Clock } from '../../components/clock.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'
import { createLoader } from '../../stores/loader.ts'
import './queue-sheet.css'

type Shown = { readonly rows: readonly QueueRow[]; readonly hasMore: boolean }

/** Everything that the cloud has not confirmed: what, for whom, since when, and why it waits. */
export default function QueueSheet({ onClose }: { readonly onClose: () => void }) {
  const { shown, trouble, showMore } = useQueue()
  return (
    <Dialog
      title={t.queue.title}
      about={t.queue.about}
      onClose={onClose}
      onSubmit={onClose}
      foot={
        <Button look="main" type="submit">
          {t.queue.close}
        </Button>
      }
    >
      {trouble !== null && <Notice kind="bad">{trouble}</Notice>}
      {shown?.rows.length === 0 && <p>{t.queue.nobody}</p>}
      {shown !== null && shown.rows.length > 0 && <Rows {...shown} onMore={showMore} />}
    </Dialog>
  )
}

function Rows({ rows, hasMore, onMore }: Shown & { readonly onMore: () => void }) {
  const { columns, method, wait, unnamed } = t.queue
  return (
    <Clock>
      <table className="queue" aria-label={t.queue.title}>
        <thead>
          <tr>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.who}</th>
            <th scope="col">{columns.since}</th>
            <th scope="col">{columns.why}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.opId}>
              <td>{method[row.method]}</td>
              <td>{row.name || unnamed}</td>
              <td>
                <Ago at={row.acceptedAt} />
              </td>
              <td>{wait[row.wait]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasMore && <Button onClick={onMore}>{t.queue.more}</Button>}
    </Clock>
  )
}

const rowsAtOnce = 50

/** As many rows as were asked for, read anew whenever something changes: with one question, as long as it holds them. */
function useQueue() {
  const [shown, setShown] = useState<Shown | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [wantedRows, setWantedRows] = useState(rowsAtOnce)

  useEffect(() => {
    let wanted = true
    const read = createLoader(async () => {
      const rows: QueueRow[] = []
      let hasMore = true
      while (hasMore && rows.length < wantedRows) {
        const limit = Math.min(queueLimit, wantedRows - rows.length)
        const answer = await app.sync.queue({ after: rows.at(-1)?.seq ?? null, limit })
        if (!wanted) return
        if (!answer.ok) return setTrouble(t.failures[answer.code](answer))
        rows.push(...answer.value.rows)
        hasMore = answer.value.hasMore
      }
      setTrouble(null)
      setShown({ rows, hasMore })
    })
    void read()
    const stops = [app.people.changed(() => void read()), app.sync.changed(() => void read())]
    return () => {
      wanted = false
      for (const stop of stops) stop()
    }
  }, [wantedRows])

  const showMore = useCallback(() => setWantedRows((rows) => rows + rowsAtOnce), [])
  return { shown, trouble, showMore }
}
