import type { KeyboardEvent } from 'react'
import type { Choice } from './choice-list.tsx'
import './choice-list.css'

type Props = {
  readonly label: string
  readonly searchLabel: string
  readonly search: string
  readonly onSearch: (search: string) => void
  /** What was found, by whoever looks for it. */
  readonly choices: readonly Choice[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
  /** Instead of choices, where there are none. */
  readonly none: string
}

/** One of many, found by typing; as high with one match as with all. Enter takes what is chosen. */
export function FoundChoice(props: Props) {
  const { label, searchLabel, search, onSearch, choices, chosen, onChoose, none } = props
  return (
    <div className="choices">
      <input
        type="search"
        className="control"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        aria-label={searchLabel}
        placeholder={searchLabel}
        value={search}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={intoList}
      />
      <fieldset className="choices-list" aria-label={label}>
        {choices.map((choice) => (
          <label key={choice.id}>
            <input
              type="radio"
              name="found"
              checked={choice.id === chosen}
              onChange={() => onChoose(choice.id)}
            />
            <span>{choice.name}</span>
            {choice.more !== undefined && <span className="soft">{choice.more}</span>}
          </label>
        ))}
        {choices.length === 0 && <p className="soft">{none}</p>}
      </fieldset>
    </div>
  )
}

/** From there the arrows choose. */
function intoList(event: KeyboardEvent<HTMLInputElement>) {
  if (event.key !== 'ArrowDown') return
  event.preventDefault()
  const list = event.currentTarget.parentElement
  list?.querySelector<HTMLInputElement>('input[type="radio"]:checked')?.focus()
}
