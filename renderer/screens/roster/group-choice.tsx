import { useState } from 'react'
import { app } from '../../bridge.ts'
import { Field, controlProps } from '../../components/field.tsx'
import { t } from '../../messages.ts'
import { useDirectory } from '../../stores/directory.ts'
import type { Listed } from './new-list.tsx'

type Props = {
  readonly onGroup: (group: { name: string; people: readonly Listed[] } | null) => void
}

/** Members of a user group who have no card yet. */
export function GroupChoice({ onGroup }: Props) {
  const groups = useDirectory(({ directory }) => directory?.groups ?? none)
  const [chosen, setChosen] = useState('')
  const [problem, setProblem] = useState<string>()
  if (groups.length === 0) return null

  async function choose(groupId: string) {
    setChosen(groupId)
    setProblem(undefined)
    const group = groups.find(({ id }) => id === groupId)
    if (group === undefined) return onGroup(null)
    const members = await app.roster.members({ groupId })
    if (!members.ok) return setProblem(t.failures[members.code](members))
    if (members.value.length === 0) setProblem(t.roster.groupEmpty)
    onGroup({ name: group.name, people: members.value })
  }

  const field = { id: 'roster-group', label: t.roster.group, problem }
  return (
    <Field {...field}>
      <select
        {...controlProps(field)}
        value={chosen}
        onChange={(event) => void choose(event.target.value)}
      >
        <option value="">{t.roster.noGroup}</option>
        {groups.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
}

const none: readonly { readonly id: string; readonly name: string }[] = []
