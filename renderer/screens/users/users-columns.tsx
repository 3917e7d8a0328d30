import type { ReactNode } from 'react'
import { cardText } from '../../../core/card-profile.ts'
import type { PendingSort, PersonRow } from '../../../core/pending-page.ts'
import { fullName } from '../../../core/person.ts'
import { Delivery } from '../../components/delivery.tsx'
import { Icon } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { openCardDetails } from '../../stores/card-details.ts'
import { useCardProfile } from '../../stores/card-profile.ts'
import { groupNames, useDirectory } from '../../stores/directory.ts'

type Column = {
  readonly key: Exclude<keyof typeof t.users.columns, 'actions'>
  readonly sort?: PendingSort
  readonly cell: (row: PersonRow) => ReactNode
}

export const columns: readonly Column[] = [
  { key: 'name', sort: 'name', cell: (row) => <Text text={fullName(row)} /> },
  { key: 'email', sort: 'email', cell: (row) => <Text text={row.email ?? ''} /> },
  { key: 'organization', cell: (row) => <Text text={row.organization} /> },
  { key: 'role', cell: (row) => <Text text={t.words.roles[row.role]} /> },
  { key: 'group', cell: (row) => <Groups ids={row.groups} /> },
  { key: 'card', cell: (row) => <Card uid={row.cardId} /> },
  { key: 'state', cell: (row) => <State row={row} /> },
]

function Text({ text }: { readonly text: string }) {
  if (text === '') return <span className="soft">{t.words.nobody}</span>
  return <span title={text}>{text}</span>
}

function Groups({ ids }: { readonly ids: readonly string[] }) {
  const directory = useDirectory((known) => known.directory)
  return <Text text={groupNames(directory, ids).join(', ')} />
}

function Card({ uid }: { readonly uid: string | null }) {
  const { cardId: style } = useCardProfile()
  if (uid === null) return <Text text="" />
  const other = style.base === 'hex' ? 'decimal' : 'hex'
  const shown = cardText(style, uid)
  return (
    <button
      type="button"
      className="users-card"
      title={`${shown} · ${cardText(style, uid, other)}`}
      aria-label={`${shown}, ${t.card.title}`}
      onClick={() => openCardDetails({ uid })}
    >
      {shown}
    </button>
  )
}

/** What is still on its way comes first. A user has a login exactly when there is an email to sign in with. */
function State({ row }: { readonly row: PersonRow }) {
  if (row.delivery !== 'sent') return <Delivery state={row.delivery} />
  if (row.email === null) return <span className="soft">{t.users.notRegistered}</span>
  return (
    <span className="delivery delivery-sent">
      <Icon name="check" />
      {t.users.registered}
    </span>
  )
}
