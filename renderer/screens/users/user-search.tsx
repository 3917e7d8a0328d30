import { SearchField } from '../../components/search-field.tsx'
import { formatNumber } from '../../format.ts'
import { t } from '../../messages.ts'
import { searchUsers, useUsers } from '../../stores/users.ts'

/** Finds by what is typed, or by the card that is tapped meanwhile. */
export function UserSearch() {
  const search = useUsers(({ query }) => query.search ?? '')
  const found = useUsers(({ query, page }) =>
    page === null || (query.search ?? '') === '' ? '' : t.users.found(formatNumber(page.total)),
  )
  return (
    <SearchField
      label={t.users.search}
      example={t.users.searchExample}
      search={search}
      onSearch={searchUsers}
      found={found}
    />
  )
}
