import { useEffect } from 'react'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import '../../components/empty.css'
import { Icon } from '../../components/icons.tsx'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'
import {
  askAuditAgain,
  createAuditSubscription,
  filterAudit,
  newerAudit,
  noAuditFilter,
  olderAudit,
  useAudit,
} from '../../stores/audit.ts'
import '../desk-log/desk-log.css'
import { useShown } from '../use-shown.ts'
import { AuditFilters } from './audit-filters.tsx'
import './audit-log.css'
import { AuditTable } from './audit-table.tsx'
import { ExportAudit } from './export-audit.tsx'

/** Who did what in the account, as the cloud keeps it. */
export default function AuditLog() {
  const { filter, page, failure } = useAudit()
  useEffect(() => {
    const subscription = createAuditSubscription({ audit: app.audit })
    subscription.start()
    return () => subscription.stop()
  }, [])
  useShown('audit-log', page !== null || failure !== null)
  const none = page?.entries.length === 0

  return (
    <div className="page">
      <h1 className="visually-hidden">{t.audit.title}</h1>
      <section className="card-box log audit" aria-labelledby="audit-title">
        <div className="log-head">
          <h2 id="audit-title">{t.audit.title}</h2>
          <ExportAudit filter={filter} empty={page === null || none} />
        </div>
        <AuditFilters />
        {failure !== null && (
          <Notice kind="bad">
            <div className="banner-line">
              <span>{t.failures[failure.code](failure)}</span>
              <Button onClick={askAuditAgain}>{t.deskLog.again}</Button>
            </div>
          </Notice>
        )}
        <div className="table-scroll">
          <AuditTable entries={page?.entries ?? []} busy={page === null && failure === null} />
        </div>
        {page === null && failure === null && <p className="empty">{t.audit.loading}</p>}
        {none && (
          <div className="empty">
            <Icon name="search" />
            <h3>{t.deskLog.nothingTitle}</h3>
            <p>{t.audit.nothing}</p>
            <Button onClick={() => filterAudit(noAuditFilter)}>{t.deskLog.reset}</Button>
          </div>
        )}
        {page !== null && !none && <Foot />}
      </section>
    </div>
  )
}

function Foot() {
  const { way, page } = useAudit()
  return (
    <nav className="log-foot" aria-label={t.audit.pages}>
      <p className="soft">{t.audit.chained}</p>
      <span className="audit-steps">
        <Button disabled={way.length === 1} onClick={newerAudit}>
          {t.audit.newer}
        </Button>
        <Button disabled={page === null || page.next === null} onClick={olderAudit}>
          {t.audit.older}
        </Button>
      </span>
    </nav>
  )
}
