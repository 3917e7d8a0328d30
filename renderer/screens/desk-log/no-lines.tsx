import { Button } from '../../components/button.tsx'
import '../../components/empty.css'
import { Icon } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { filterLog, noFilter } from '../../stores/desk-log.ts'
import { useSync } from '../../stores/sync.ts'

/** Why the table is empty: nothing matches, nothing has happened, or the cloud was never asked. */
export function NoLines({ all }: { readonly all: number }) {
  const neverSynced = useSync((status) => status.lastSyncAt === null)
  if (all > 0) {
    return (
      <div className="empty">
        <Icon name="search" />
        <h3>{t.deskLog.nothingTitle}</h3>
        <p>{t.deskLog.nothing}</p>
        <Button onClick={() => filterLog(noFilter)}>{t.deskLog.reset}</Button>
      </div>
    )
  }
  return (
    <div className="empty">
      <Icon name="card" />
      <h3>{t.deskLog.emptyTitle}</h3>
      <p>{neverSynced ? t.deskLog.emptyNeverSynced : t.deskLog.empty}</p>
    </div>
  )
}
