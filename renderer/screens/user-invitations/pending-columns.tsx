import type { ReactNode } from 'react'
import type { PendingSort, PersonRow } from '../../../core/pending-page.ts'
import { fullName } from '../../../core/person.ts'
import { Delivery } from '../../components/delivery.tsx'
import { formatDateTime, formatExactly } from '../../format.ts'
import { t } from '../../messages.ts'

export type Column = {
  readonly key: keyof typeof t.pending.columns
  readonly sort?: PendingSort
  readonly cell: (row: PersonRow) => ReactNode
}

/** In the order of the service's own page; the state says what only this computer knows. */
export const columns: readonly Column[] = [
  { key: 'name', sort: 'name', cell: (row) => <Text text={fullName(row)} /> },
  { key: 'email', sort: 'email', cell: (row) => <Text text={row.email ?? ''} /> },
  { key: 'group', cell: (row) => <Text text={row.groups.join(', ')} /> },
  { key: 'role', cell: (row) => t.words.roles[row.role] },
  { key: 'inviteSent', sort: 'invite-sent', cell: (row) => <Sent at={row.inviteSentAt} /> },
  { key: 'state', cell: (row) => <Delivery state={row.delivery} /> },
]

function Text({ text }: { readonly text: string }) {
  if (text === '') return <span className="soft">{t.words.nobody}</span>
  return <span title={text}>{text}</span>
}

function Sent({ at }: { readonly at: string | null }) {
  if (at === null) return <span className="soft">{t.pending.notSentYet}</span>
  return (
    <time dateTime={at} title={formatExactly(at)}>
      {formatDateTime(at)}
    </time>
  )
}
