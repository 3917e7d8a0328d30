import { useId, useState } from 'react'
import { t } from '../messages.ts'
import './choice-list.css'

export type Choice = {
  readonly id: string
  readonly name: string
  /** Beside the name, quietly. */
  readonly more?: string
  /** It is so already and stays so. */
  readonly fixed?: boolean
}

type Props = {
  readonly label: string
  readonly searchLabel: string
  /** Parts with a heading of their own; a single part needs none. */
  readonly parts: readonly { readonly title: string; readonly choices: readonly Choice[] }[]
  readonly chosen: (id: string) => boolean
  readonly onToggle: (id: string) => void
}

/** A handful of many, found by typing a part of the name. As high with one match as with all. */
export function ChoiceList({ label, searchLabel, parts, chosen, onToggle }: Props) {
  const id = useId()
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLocaleLowerCase()
  const found = parts
    .map((part) => ({
      ...part,
      choices: part.choices.filter(({ name, more = '' }) =>
        `${name} ${more}`.toLocaleLowerCase().includes(wanted),
      ),
    }))
    .filter(({ choices }) => choices.length > 0)

  return (
    <div className="choices">
      <input
        type="search"
        className="control"
        autoComplete="off"
        spellCheck={false}
        aria-label={searchLabel}
        placeholder={searchLabel}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          // Enter belongs to the search, not to the form around it.
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <fieldset className="choices-list" aria-label={label}>
        {found.map((part) => (
          <fieldset key={part.title} aria-labelledby={`${id}-${part.title}`}>
            <h3 id={`${id}-${part.title}`} hidden={parts.length === 1}>
              {part.title}
            </h3>
            {part.choices.map((choice) => (
              <label key={choice.id}>
                <input
                  type="checkbox"
                  checked={choice.fixed === true || chosen(choice.id)}
                  disabled={choice.fixed}
                  onChange={() => onToggle(choice.id)}
                />
                <span>{choice.name}</span>
                {choice.more !== undefined && <span className="soft">{choice.more}</span>}
              </label>
            ))}
          </fieldset>
        ))}
        {found.length === 0 && <p className="soft">{t.invitations.noneFound}</p>}
      </fieldset>
    </div>
  )
}
