import { useState } from 'react'
import { Icon } from './icons.tsx'
import './search-field.css'

type Props = {
  readonly id?: string
  readonly label: string
  /** What can be looked for. */
  readonly example: string
  /** What is looked for now. */
  readonly search: string
  readonly onSearch: (search: string) => void
  /** How many were found, for those who do not see the table change; empty while nothing is looked for. */
  readonly found: string
}

/** Looks while it is typed in; Escape empties it. */
export function SearchField({ id, label, example, search, onSearch, found }: Props) {
  const [typed, setTyped] = useState(search)
  // What was typed, with its spaces, unless something else was looked for meanwhile.
  const text = typed.trim() === search ? typed : search

  function look(wanted: string) {
    setTyped(wanted)
    if (wanted.trim() !== search) onSearch(wanted.trim())
  }

  return (
    <label className="search-field">
      <Icon name="search" />
      <span className="visually-hidden">{label}</span>
      <input
        id={id}
        type="search"
        className="control"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={example}
        value={text}
        onChange={(event) => look(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return
          event.stopPropagation()
          look('')
        }}
      />
      <output className="visually-hidden">{found}</output>
    </label>
  )
}
