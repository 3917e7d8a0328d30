import type { ReactNode } from 'react'
import type { PendingSort, PersonRow } from '../../../core/pending-page.ts'
import { fullName } from '../../../core/person.ts'
import { Ago } from '../../components/clock.tsx'
import { t } from '../../messages.ts'
import { EmailCell, GroupsCell, RoleCell, TextCell } from '../person-cells.tsx'
import { InvitationState } from './invitation-state.tsx'

export type Column = {
  readonly key: keyof typeof t.pending.columns
  readonly sort?: PendingSort
  readonly cell: (row: PersonRow) => ReactNode
}

/** In the order of the service's own page; the state says what only this computer knows. */
export const columns: readonly Column[] = [
  { key: 'name', sort: 'name', cell: (row) => <TextCell text={fullName(row)} /> },
  { key: 'email', sort: 'email', cell: (row) => <EmailCell email={row.email} /> },
  { key: 'group', cell: (row) => <GroupsCell ids={row.groups} /> },
  { key: 'role', cell: (row) => <RoleCell {...row} /> },
  { key: 'inviteSent', sort: 'invite-sent', cell: (row) => <Sent at={row.inviteSentAt} /> },
  { key: 'state', cell: (row) => <InvitationState row={row} /> },
]

function Sent({ at }: { readonly at: string | null }) {
  if (at === null) return <span className="soft">{t.pending.notSentYet}</span>
  return <Ago at={at} />
}
