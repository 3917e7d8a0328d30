import type { Role } from '../../../core/role.ts'
import { SearchField } from '../../components/search-field.tsx'
import { t } from '../../messages.ts'
import { ask, searched, usePending } from '../../stores/pending.ts'
import { BulkBar } from './bulk-bar.tsx'
import { searchId } from './search-id.ts'

/** The line above the table: who is looked for, and what is done to those who are selected. */
export function PendingTools({ by }: { readonly by: Role }) {
  return (
    <div className="pending-tools">
      <Search />
      <BulkBar by={by} />
    </div>
  )
}

function Search() {
  const search = usePending(({ query }) => query.search ?? '')
  const found = usePending(({ query, page }) =>
    page === null || (query.search ?? '') === ''
      ? ''
      : t.pending.found(t.pending.count(page.total, page.totalIsExact)),
  )
  return (
    <SearchField
      id={searchId}
      label={t.pending.search}
      example={t.pending.searchHint}
      search={search}
      onSearch={(wanted) => ask(searched(usePending.getState().query, wanted))}
      found={found}
    />
  )
}
