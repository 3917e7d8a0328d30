import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { t } from '../../messages.ts'
import { useDirectory } from '../../stores/directory.ts'

type Props = {
  /** For whom, in the accessible names. */
  readonly whom: string
  readonly onChoose: (group: string) => void
}

/** Another group in place of the one that has vanished. */
export function GroupRemedy({ whom, onChoose }: Props) {
  const groups = useDirectory(({ directory }) => directory?.groups) ?? []
  const [chosen, setChosen] = useState('')
  if (groups.length === 0) return null
  return (
    <>
      <select
        className="control"
        aria-label={t.attention.groupOf(whom)}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">{t.attention.otherGroup}</option>
        {groups.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Button
        aria-label={t.attention.moveToGroupOf(whom)}
        disabled={chosen === ''}
        onClick={() => onChoose(chosen)}
      >
        {t.attention.moveToGroup}
      </Button>
    </>
  )
}
