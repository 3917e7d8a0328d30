import { useState } from 'react'
import type { Directory } from '../../../core/directory.ts'
import { grantLimits } from '../../../core/rights.ts'
import { app } from '../../bridge.ts'
import { type Choice, ChoiceList } from '../../components/choice-list.tsx'
import { t } from '../../messages.ts'
import type { Targets } from '../../stores/pending-actions.ts'
import { StepDialog } from './step-dialog.tsx'
import { useStep } from './use-step.ts'

type Props = { readonly targets: Targets; readonly directory: Directory }

export function GroupDialog({ targets, directory }: Props) {
  const { state, run } = useStep(targets, t.invitations.groupDone)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const has = new Set(targets.row?.groups)
  const choices = directory.groups.map(({ id, name }): Choice =>
    has.has(id) ? { id, name, fixed: true, more: t.invitations.groupHas } : { id, name },
  )

  const toggle = (id: string) =>
    setChosen((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id]))

  function add() {
    void run(chosen, (items, groups) =>
      app.invitations.grant({ items, addGroups: [...groups], addRights: [] }),
    )
  }

  return (
    <StepDialog
      title={t.invitations.addToGroup}
      targets={targets}
      state={state}
      yes={t.invitations.groupAdd}
      ready={chosen.length > 0 && chosen.length <= grantLimits.atOnce}
      onYes={add}
      not={t.invitations.groupNot}
    >
      <p>{choices.length === 0 ? t.invitations.groupNone : t.invitations.groupText}</p>
      {choices.length > 0 && (
        <ChoiceList
          label={t.invitations.groups}
          searchLabel={t.invitations.groupSearch}
          parts={[{ title: t.invitations.groups, choices }]}
          chosen={(id) => chosen.includes(id)}
          onToggle={toggle}
        />
      )}
    </StepDialog>
  )
}
