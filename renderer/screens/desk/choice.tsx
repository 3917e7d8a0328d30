import { useId } from 'react'

type Props<Value extends string> = {
  readonly label: string
  readonly value: Value
  /** Each value with its name, in the order in which they are offered. */
  readonly options: Readonly<Record<Value, string>>
  readonly onChoose: (value: Value) => void
}

/** One of a few, in one line. */
export function Choice<Value extends string>({ label, value, options, onChoose }: Props<Value>) {
  const id = useId()
  return (
    <div className="account-choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="control"
        value={value}
        onChange={(event) => {
          const chosen = keysOf(options).find((each) => each === event.target.value)
          if (chosen !== undefined) onChoose(chosen)
        }}
      >
        {keysOf(options).map((each) => (
          <option key={each} value={each}>
            {options[each]}
          </option>
        ))}
      </select>
    </div>
  )
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  const isKey = (key: string): key is Key => key in record
  return Object.keys(record).filter(isKey)
}
