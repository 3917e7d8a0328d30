import type { ReactNode } from 'react'
import { cardText } from '../../../core/card-profile.ts'
import type { PendingSort, PersonRow } from '../../../core/pending-page.ts'
import { fullName } from '../../../core/person.ts'
import { Delivery } from '../../components/delivery.tsx'
import { Icon } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { openCardDetails } from '../../stores/card-details.ts'
import { useCardProfile } from '../../stores/card-profile.ts'
import { EmailCell, GroupsCell, RoleCell, TextCell } from '../person-cells.tsx'

type Column = {
  readonly key: Exclude<keyof typeof t.users.columns, 'actions'>
  readonly sort?: PendingSort
  readonly cell: (row: PersonRow) => ReactNode
}

export const columns: readonly Column[] = [
  { key: 'name', sort: 'name', cell: (row) => <TextCell text={fullName(row)} /> },
  { key: 'email', sort: 'email', cell: (row) => <EmailCell email={row.email} /> },
  { key: 'organization', cell: (row) => <TextCell text={row.organization} /> },
  { key: 'role', cell: (row) => <RoleCell {...row} /> },
  { key: 'group', cell: (row) => <GroupsCell ids={row.groups} /> },
  { key: 'card', cell: (row) => <Card row={row} /> },
  { key: 'state', cell: (row) => <State row={row} /> },
]

function Card({ row }: { readonly row: PersonRow }) {
  const { cardId: uid, otherCards } = row
  const { cardId: style } = useCardProfile()
  // Of somebody without a card in use, why that is.
  const last = otherCards.at(-1)
  if (uid === null) {
    return last === undefined ? (
      <TextCell text="" />
    ) : (
      <span className="soft">{t.userCards.short[last.status]}</span>
    )
  }
  const other = style.base === 'hex' ? 'decimal' : 'hex'
  const shown = cardText(style, uid)
  return (
    <button
      type="button"
      className="list-card"
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
