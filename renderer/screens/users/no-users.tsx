import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { useSync } from '../../stores/sync.ts'
import { searchUsers, useUsers } from '../../stores/users.ts'

/** Why the table is empty: nobody was found, nobody is there, or the cloud was never asked. */
export function NoUsers() {
  const search = useUsers(({ query }) => query.search ?? '')
  const neverSynced = useSync((status) => status.lastSyncAt === null)
  return (
    <div className="empty">
      <Icon name={search === '' ? 'users' : 'search'} />
      <h3>{search === '' ? t.users.emptyTitle : t.users.nobodyTitle}</h3>
      {search === '' ? (
        <p>{neverSynced ? t.users.emptyNeverSynced : t.users.empty}</p>
      ) : (
        <>
          <p>{t.users.nobody(search)}</p>
          <Button onClick={() => searchUsers('')}>{t.users.clear}</Button>
        </>
      )}
    </div>
  )
}
