import { useState } from 'react'
import type { Role } from '../../../core/role.ts'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'
import type { ParkedGroup } from './parked-groups.ts'
import { ParkedItem } from './parked-item.tsx'
import { reasonFor } from './reason-for.ts'
import { Remedies } from './remedies.tsx'
import { useDecide } from './use-decide.ts'

type Props = { readonly group: ParkedGroup; readonly by: Role }

const shownAtFirst = 20

/** Many entries of one cause: one decision for all, or each for itself. */
export function ParkedTogether({ group, by }: Props) {
  const { rows } = group
  const { decide, trouble } = useDecide()
  const [shown, setShown] = useState(shownAtFirst)
  const all = t.attention.all(rows.length)
  const more = Math.min(shownAtFirst, rows.length - shown)
  return (
    <li className="attention-group">
      <div className="attention-group-head">
        <span className="attention-name">{all}</span>
        <span className="attention-reason">{reasonFor(rows[0].problem, by, true)}</span>
        <Remedies rows={rows} whom={all} by={by} onDecide={(remedy) => void decide(rows, remedy)} />
        {trouble !== null && <Notice kind="bad">{trouble}</Notice>}
      </div>
      <ul>
        {rows.slice(0, shown).map((row) => (
          <ParkedItem key={row.opId} row={row} by={by} quiet={!isOwn(row.problem.code)} />
        ))}
      </ul>
      {more > 0 && (
        <Button onClick={() => setShown(shown + shownAtFirst)}>
          {t.attention.showMore(more, rows.length - shown)}
        </Button>
      )}
    </li>
  )
}

/** Whether each entry names somebody or something of its own. */
function isOwn(code: ParkedGroup['rows'][0]['problem']['code']): boolean {
  return code === 'card.taken' || code === 'email.taken' || code === 'conflict.field'
}
