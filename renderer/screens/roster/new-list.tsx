import { useState } from 'react'
import { type Role, mayInviteByEmail } from '../../../core/role.ts'
import { type RosterPerson, rosterLimit } from '../../../core/roster/roster.ts'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { TextField } from '../../components/text-field.tsx'
import { formatDateTime } from '../../format.ts'
import { t } from '../../messages.ts'
import { askRoster, useRoster } from '../../stores/roster.ts'
import { forgetRosterDraft, useRosterDraft } from '../../stores/roster-draft.ts'
import { GroupChoice } from './group-choice.tsx'
import { ListText } from './list-text.tsx'
import { Lists } from './lists.tsx'
import { Preview } from './preview.tsx'
import { useReadList } from './use-read-list.ts'

export type Listed = Omit<RosterPerson, 'opId'>

/** A list is pasted, opened or taken from a group, and looked at before it starts. */
export function NewList({ by }: { readonly by: Role }) {
  const { text, title, swapped } = useRosterDraft()
  const failure = useRoster((desk) => desk.failure)
  const [group, setGroup] = useState<{ name: string; people: readonly Listed[] } | null>(null)
  const read = useReadList(text, { mayInvite: mayInviteByEmail(by), swapped })
  const good = read?.people.filter(({ problem }) => problem === null) ?? []
  const people = group?.people ?? good.map(({ fields }) => ({ ...fields, recordId: null }))
  const leftOut = group === null ? (read?.people.length ?? 0) - good.length : 0
  const tooMany = people.length > rosterLimit

  function start() {
    if (people.length === 0 || tooMany) return
    const given = title.trim() || group?.name
    const named = given ?? t.roster.titleOf(formatDateTime(new Date().toISOString()))
    askRoster({
      kind: 'create',
      list: { title: named, source: group === null ? 'list' : 'group', people },
    })
    forgetRosterDraft()
  }

  return (
    <div className="roster-new">
      <form
        className="card-box roster-form"
        aria-labelledby="roster-new"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          start()
        }}
      >
        <h2 id="roster-new">{t.roster.newTitle}</h2>
        <p className="soft">{t.roster.intro}</p>
        <ListText onEdit={() => setGroup(null)} />
        <GroupChoice onGroup={setGroup} />
        <TextField
          id="roster-title"
          label={t.roster.listTitle}
          value={title}
          onValue={(value) => useRosterDraft.setState({ title: value })}
          input={{ maxLength: 200 }}
        />
        <Button look="main" type="submit" disabled={people.length === 0 || tooMany}>
          {people.length === 0 ? t.roster.startNothing : t.roster.start(people.length)}
        </Button>
        {leftOut > 0 && <p className="roster-left-out">{t.roster.leftOut(leftOut)}</p>}
        {tooMany && <Notice kind="bad">{t.roster.tooMany(rosterLimit)}</Notice>}
        {failure !== null && <Notice kind="bad">{t.failures[failure.code](failure)}</Notice>}
      </form>
      <div className="roster-side">
        <Preview read={group === null ? read : null} group={group?.people ?? null} />
        <Lists />
      </div>
    </div>
  )
}
