import type { ParkedRow } from '../../../core/pending-page.ts'
import { fullName } from '../../../core/person.ts'
import type { Role } from '../../../core/role.ts'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { formatDateTime } from '../../format.ts'
import { t } from '../../messages.ts'
import { isBlank } from '../../stores/form-state.ts'
import { correct, useForm } from '../../stores/form.ts'
import { show } from '../../stores/view.ts'
import { ConflictValues } from './conflict-values.tsx'
import { ParkedCard } from './parked-card.tsx'
import { reasonFor } from './reason-for.ts'
import { Remedies } from './remedies.tsx'
import { isEditable } from './remedy-offers.ts'
import { useDecide } from './use-decide.ts'

type Props = { readonly row: ParkedRow; readonly by: Role; readonly quiet?: boolean }

/** One entry with its reason and its ways on. `quiet`: the reason stands above already. */
export function ParkedItem({ row, by, quiet = false }: Props) {
  const { decide, trouble, setTrouble } = useDecide()
  const correcting = useForm((form) => form.correcting?.opId === row.opId)
  const name = fullName(row.fields) || (row.fields.email ?? t.attention.unnamed)
  const { problem } = row

  return (
    <li aria-current={correcting || undefined}>
      <span className="attention-name">{name}</span>
      <span className="attention-reason">
        {!quiet && reasonFor(problem, by)} {authorOf(row)}
        {problem.code === 'client.bug' && <code> {row.opId}</code>}
      </span>
      <Remedies rows={[row]} whom={name} by={by} onDecide={(remedy) => void decide([row], remedy)}>
        {problem.code === 'card.taken' ? (
          <ParkedCard
            row={row}
            name={name}
            by={by}
            onEdit={() => edit(row)}
            onTrouble={setTrouble}
          />
        ) : (
          isEditable(row) && (
            <Button aria-label={t.attention.editOf(name)} onClick={() => edit(row)}>
              {t.attention.edit}
            </Button>
          )
        )}
      </Remedies>
      <ConflictValues row={row} name={name} />
      {trouble !== null && <Notice kind="bad">{trouble}</Notice>}
    </li>
  )
}

/** Who has changed or deleted the person, and when, where the cloud tells. */
function authorOf({ problem }: ParkedRow): string {
  if (!('changed' in problem) || problem.changed === undefined) return ''
  const { by, at } = problem.changed
  const sentence = problem.code === 'gone' ? t.attention.deletedBy : t.attention.changedBy
  return sentence(by, formatDateTime(at))
}

/** Into the form at once when it holds nothing that could get lost. */
function edit(row: ParkedRow) {
  show({ screen: 'user-invitations' })
  const form = useForm.getState()
  if (isBlank(form) || form.correcting !== null) correct(row)
  else useForm.setState({ asking: { kind: 'edit', row } })
}
