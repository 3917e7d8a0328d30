import { useEffect } from 'react'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { keptLogLines } from '../../../core/desk-log/log-page.ts'
import { formatNumber } from '../../format.ts'
import { t } from '../../messages.ts'
import { pause } from '../../pause.ts'
import { askLog, useDeskLog } from '../../stores/desk-log.ts'
import { createLogSubscription } from '../../stores/subscribe-log.ts'
import { useSync } from '../../stores/sync.ts'
import { useShown } from '../use-shown.ts'
import { Pager } from '../user-invitations/pager.tsx'
import './desk-log.css'
import { ExportLog } from './export-log.tsx'
import { LogFilters } from './log-filters.tsx'
import { LogTable } from './log-table.tsx'
import { NoLines } from './no-lines.tsx'

/** Who did what with which card, where and when, at all desks of the account. */
export default function DeskLog() {
  const { query, page, failure } = useDeskLog()
  useEffect(() => {
    const subscription = createLogSubscription({ log: app.log, changed: app.people.changed, pause })
    subscription.start()
    return () => subscription.stop()
  }, [])
  useShown('desk-log', page !== null || failure !== null)

  return (
    <div className="page">
      <h1 className="visually-hidden">{t.deskLog.title}</h1>
      <section className="card-box log" aria-labelledby="log-title">
        <div className="log-head">
          <h2 id="log-title">{t.deskLog.title}</h2>
          <ExportLog filter={query.filter} empty={page === null || page.total === 0} />
          <Pager name={t.deskLog.pagesAbove} list={{ query, page }} onAsk={askLog} />
        </div>
        <LogFilters />
        {failure !== null && (
          <Notice kind="bad">
            <div className="banner-line">
              <span>{t.failures[failure.code](failure)}</span>
              <Button onClick={() => askLog({ ...query })}>{t.deskLog.again}</Button>
            </div>
          </Notice>
        )}
        <div className="table-scroll">
          <LogTable rows={page?.rows ?? []} busy={page === null && failure === null} />
        </div>
        {page === null && failure === null && <p className="empty">{t.deskLog.loading}</p>}
        {page?.total === 0 && <NoLines all={page.all} />}
        {page !== null && page.total > 0 && (
          <div className="log-foot">
            <Reach all={page.all} />
            <Pager name={t.deskLog.pagesBelow} list={{ query, page }} onAsk={askLog} />
          </div>
        )}
      </section>
    </div>
  )
}

/** What the log does not show: lines of others while the cloud is away, and very old ones. */
function Reach({ all }: { readonly all: number }) {
  const away = useSync(({ channel }) => noCloud.has(channel))
  return (
    <p className="soft">
      {away && t.deskLog.away}
      {!away && all >= keptLogLines && t.deskLog.kept(formatNumber(keptLogLines))}
    </p>
  )
}

const noCloud: ReadonlySet<string> = new Set(['offline', 'trouble', 'paused', 'sign-in-needed'])
