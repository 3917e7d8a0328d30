import { useMemo, useState } from 'react'
import { v7 as newId } from 'uuid'
import type { Directory } from '../../../core/directory.ts'
import { app } from '../../bridge.ts'
import { ChoiceList } from '../../components/choice-list.tsx'
import { t } from '../../messages.ts'
import type { Targets } from '../../stores/pending-actions.ts'
import { blankRights, rightsOf, rightsProblems, toggled, withoutSchedules } from './rights-form.ts'
import { RightsLimits } from './rights-limits.tsx'
import { StepDialog } from './step-dialog.tsx'
import { useStep } from './use-step.ts'

type Props = { readonly targets: Targets; readonly directory: Directory }

/** Rights to resources and resource groups, all within the same limits of time. */
export function RightsDialog({ targets, directory }: Props) {
  const { state, run } = useStep(targets, t.rights.done)
  const [form, setForm] = useState(blankRights)
  const [tried, setTried] = useState(false)
  const problems = rightsProblems(form)
  const against = form.scheduleId === null ? null : withoutSchedules(form, directory)
  // Minted once for what is chosen, so that offering it again is the same step.
  const rights = useMemo(() => rightsOf(form, newId), [form])
  const nothing = directory.resources.length + directory.resourceGroups.length === 0

  function toggle(id: string) {
    const kind = directory.resources.some((each) => each.id === id) ? 'resource' : 'resource-group'
    setForm((now) => toggled(now, { kind, id }))
  }

  function give() {
    setTried(true)
    if (rights === null || against !== null) return
    void run(rights, (items, addRights) =>
      app.invitations.grant({ items, addGroups: [], addRights }),
    )
  }

  return (
    <StepDialog
      title={t.invitations.giveRights}
      targets={targets}
      state={state}
      yes={t.rights.give}
      ready={!nothing && problems.targets === undefined}
      onYes={give}
      not={t.rights.not}
    >
      <p>{nothing ? t.rights.none : t.rights.text}</p>
      {!nothing && (
        <>
          <ChoiceList
            label={t.rights.targets}
            searchLabel={t.rights.search}
            parts={partsOf(directory)}
            chosen={(id) => form.targets.has(id)}
            onToggle={toggle}
          />
          <RightsLimits
            form={form}
            directory={directory}
            problems={tried ? problems : {}}
            against={against}
            onForm={setForm}
          />
        </>
      )}
    </StepDialog>
  )
}

function partsOf({ resourceGroups, resources }: Directory) {
  return [
    {
      title: t.rights.resourceGroups,
      choices: resourceGroups.map(({ id, name, description }) => ({ id, name, more: description })),
    },
    {
      title: t.rights.resources,
      choices: resources.map(({ id, name, location }) => ({ id, name, more: location })),
    },
  ]
}
