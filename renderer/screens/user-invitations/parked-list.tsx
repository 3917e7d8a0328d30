import type { ParkedRow } from '../../../core/pending-page.ts'
import type { Role } from '../../../core/role.ts'
import { parkedGroups } from './parked-groups.ts'
import { ParkedItem } from './parked-item.tsx'
import { ParkedTogether } from './parked-together.tsx'

type Props = { readonly parked: readonly ParkedRow[]; readonly by: Role }

/** What happened many times is decided once. */
export default function ParkedList({ parked, by }: Props) {
  return (
    <ul>
      {parkedGroups(parked).map((group) =>
        group.rows.length > 1 ? (
          <ParkedTogether key={group.cause} group={group} by={by} />
        ) : (
          <ParkedItem key={group.rows[0].opId} row={group.rows[0]} by={by} />
        ),
      )}
    </ul>
  )
}
