import { useState } from 'react'
import type { Role } from '../../../core/role.ts'
import { Icon } from '../../components/icons.tsx'
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
  const [typed, setTyped] = useState(search)
  // What was typed, with its spaces, unless the search was changed from elsewhere.
  const text = typed.trim() === search ? typed : search

  function look(wanted: string) {
    setTyped(wanted)
    const { query } = usePending.getState()
    if ((query.search ?? '') !== wanted.trim()) ask(searched(query, wanted.trim()))
  }

  return (
    <div className="pending-search">
      <Icon name="search" />
      <label htmlFor={searchId} className="visually-hidden">
        {t.pending.search}
      </label>
      <input
        id={searchId}
        type="search"
        className="control"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={t.pending.searchHint}
        value={text}
        onChange={(event) => look(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return
          event.stopPropagation()
          look('')
        }}
      />
      <Found />
    </div>
  )
}

/** Says how many were found, for those who do not see the table change. */
function Found() {
  const found = usePending(({ query, page }) =>
    page === null || (query.search ?? '') === ''
      ? ''
      : t.pending.found(t.pending.count(page.total, page.totalIsExact)),
  )
  return <output className="visually-hidden">{found}</output>
}
