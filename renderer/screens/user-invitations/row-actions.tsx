import { memo } from 'react'
import type { PersonRow } from '../../../core/pending-page.ts'
import type { Role } from '../../../core/role.ts'
import { Icon, type IconName } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { openCardDetails } from '../../stores/card-details.ts'
import { type AskingAction, openAction } from '../../stores/pending-actions.ts'
import { mayDo } from './may-do.ts'
import { remove } from './remove.ts'

type Props = { readonly row: PersonRow; readonly by: Role }

/** What can be done to one invitation; what the role may not do is not there. */
export const RowActions = memo(function RowActions({ row, by }: Props) {
  const may = mayDo(by, row)
  const open = (action: AskingAction) => openAction({ action, targets: { ids: [row.id], row } })
  return (
    <span className="row-actions">
      {may.resend && (
        <Act icon="resend" name={t.invitations.resend} onClick={() => open('resend')} />
      )}
      {may.grant && (
        <>
          <Act icon="group-add" name={t.invitations.addToGroup} onClick={() => open('group')} />
          <Act icon="key" name={t.invitations.giveRights} onClick={() => open('rights')} />
        </>
      )}
      {may.link && (
        <span className="row-link">
          <Act icon="link" name={t.invitations.copyLink} onClick={() => open('link')} />
        </span>
      )}
      {row.cardId !== null && <CardAct uid={row.cardId} />}
    </span>
  )
})

export function RowRemove({ row, by }: Props) {
  if (!mayDo(by, row).remove) return null
  return (
    <span className="row-actions">
      <Act
        icon="trash"
        name={t.invitations.remove}
        onClick={() => void remove({ ids: [row.id], row })}
      />
    </span>
  )
}

function CardAct({ uid }: { readonly uid: string }) {
  return <Act icon="card" name={t.card.title} onClick={() => openCardDetails({ uid })} />
}

type ActProps = { readonly icon: IconName; readonly name: string; readonly onClick: () => void }

function Act({ icon, name, onClick }: ActProps) {
  return (
    <button type="button" className="act" aria-label={name} title={name} onClick={onClick}>
      <Icon name={icon} />
    </button>
  )
}
