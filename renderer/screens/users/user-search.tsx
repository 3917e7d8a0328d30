import { useState } from 'react'
import { Icon } from '../../components/icons.tsx'
import { formatNumber } from '../../format.ts'
import { t } from '../../messages.ts'
import { searchUsers, useUsers } from '../../stores/users.ts'

/** Finds by what is typed, or by the card that is tapped meanwhile. */
export function UserSearch() {
  const search = useUsers(({ query }) => query.search ?? '')
  const found = useUsers(({ query, page }) =>
    page === null || (query.search ?? '') === '' ? '' : t.users.found(formatNumber(page.total)),
  )
  const [typed, setTyped] = useState(search)
  // What was typed, with its spaces, unless a tap searched for something else.
  const text = typed.trim() === search ? typed : search

  function look(wanted: string) {
    setTyped(wanted)
    searchUsers(wanted.trim())
  }

  return (
    <label className="users-search">
      <Icon name="search" />
      <span className="visually-hidden">{t.users.search}</span>
      <input
        type="search"
        className="control"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={t.users.searchExample}
        value={text}
        onChange={(event) => look(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') look('')
        }}
      />
      <output className="visually-hidden">{found}</output>
    </label>
  )
}
