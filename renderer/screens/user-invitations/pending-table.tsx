import { useState } from 'react'
import type { PersonRow } from '../../../core/pending-page.ts'
import { type Role, mayDelete, mayGrant, mayInviteByEmail } from '../../../core/role.ts'
import { Button } from '../../components/button.tsx'
import '../../components/empty.css'
import { Clock } from '../../components/clock.tsx'
import { Icon } from '../../components/icons.tsx'
import { Notice } from '../../components/notice.tsx'
import { useLanguage } from '../../language.ts'
import { t } from '../../messages.ts'
import { useDirectory } from '../../stores/directory.ts'
import { useMeeting } from '../../stores/meeting.ts'
import { ask, usePending } from '../../stores/pending.ts'
import { noSlots, slotsFor } from '../../stores/row-slots.ts'
import { useSync } from '../../stores/sync.ts'
import { useFoundElsewhere } from '../use-found.ts'
import { Nobody } from './nobody.tsx'
import { Pager } from './pager.tsx'
import { PendingHead } from './pending-head.tsx'
import { PendingRow } from './pending-row.tsx'
import './pending-states.css'
import './pending-table.css'
import { PendingTools } from './pending-tools.tsx'

/** Everybody who was invited by email and has not registered yet, as this computer knows it. */
export function PendingTable({ by }: { readonly by: Role }) {
  const { query, page, failure } = usePending()
  const language = useLanguage((spoken) => spoken.language)
  const active = useDirectory(({ directory }) => directory !== null) && mayAct(by)
  const online = useSync(({ channel }) => onlineChannels.has(channel))
  const rows = page?.rows ?? nobody
  const slotById = useSlots(rows)
  const busy = page === null && failure === null
  useFoundElsewhere('pending-title')
  return (
    <section
      className="card-box pending"
      aria-labelledby="pending-title"
      // Not to be reached by Tab: whoever clicks anywhere in the table means it.
      tabIndex={-1}
    >
      <div className="pending-head">
        <h2 id="pending-title" tabIndex={-1}>
          {t.pending.title}
        </h2>
        <TapsHere />
        <Pager name={t.pending.pagesAbove} list={{ query, page }} onAsk={ask} />
      </div>
      {active && <PendingTools by={by} />}
      {failure !== null && (
        <Notice kind="bad">
          <div className="banner-line">
            <span>{t.failures[failure.code](failure)}</span>
            <Button onClick={() => ask({ ...query })}>{t.pending.retry}</Button>
          </div>
        </Notice>
      )}
      <Clock>
        <div className="table-scroll">
          <table
            className="table"
            aria-labelledby="pending-title"
            aria-busy={busy}
            data-offline={!online || undefined}
          >
            <PendingHead query={query} rows={rows} active={active} />
            {/* Rows keep what they say until they change: another language makes them anew. */}
            <tbody key={language}>
              {rows.map((row) => (
                <PendingRow key={slotById.get(row.id)} row={row} by={by} active={active} />
              ))}
            </tbody>
          </table>
        </div>
      </Clock>
      {busy && <p className="empty">{t.pending.loading}</p>}
      {page?.total === 0 && <Nobody />}
      {page !== null && page.total > 0 && (
        <Pager name={t.pending.pagesBelow} list={{ query, page }} onAsk={ask} />
      )}
    </section>
  )
}

const nobody: readonly PersonRow[] = []

/** Says that taps find people here, while they do; its place is always there. */
function TapsHere() {
  const here = useMeeting(({ at }) => at === 'pending')
  return (
    <p className="pending-taps" data-here={here || undefined}>
      <Icon name="reader" />
      {t.pending.tapsHere}
    </p>
  )
}

/** The line of each row; worked out anew whenever other rows come. */
function useSlots(rows: readonly PersonRow[]): ReadonlyMap<string, number> {
  const [known, setKnown] = useState({ rows: nobody, slots: noSlots })
  if (known.rows === rows) return known.slots.slotById
  const ids = rows.map(({ id }) => id)
  const slots = slotsFor(known.slots, ids)
  setKnown({ rows, slots })
  return slots.slotById
}

const onlineChannels: ReadonlySet<string> = new Set(['idle', 'sending', 'receiving'])

const mayAct = (by: Role) => mayInviteByEmail(by) || mayGrant(by) || mayDelete(by)
