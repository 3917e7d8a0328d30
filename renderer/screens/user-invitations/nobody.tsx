import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { ask, searched, usePending } from '../../stores/pending.ts'
import { useSync } from '../../stores/sync.ts'
import { searchId } from './search-id.ts'

/** Why the table is empty: nobody was found, nobody is pending, or the cloud was never asked. */
export function Nobody() {
  const query = usePending((pending) => pending.query)
  const neverSynced = useSync((status) => status.lastSyncAt === null)
  const search = query.search ?? ''
  if (search === '') {
    return (
      <div className="empty">
        <Icon name="users" />
        <h3>{t.pending.emptyTitle}</h3>
        <p>{neverSynced ? t.pending.emptyNeverSynced : t.pending.empty}</p>
      </div>
    )
  }
  return (
    <div className="empty">
      <Icon name="search" />
      <h3>{t.pending.nobodyFound(search)}</h3>
      <p>{t.pending.nobodyFoundHint}</p>
      <Button onClick={clear}>{t.pending.clearSearch}</Button>
    </div>
  )

  function clear() {
    ask(searched(query, ''))
    document.getElementById(searchId)?.focus()
  }
}
