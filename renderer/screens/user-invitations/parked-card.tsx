import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { isOutside } from '../../../core/operation.ts'
import type { ParkedRow } from '../../../core/pending-page.ts'
import { type Role, mayMoveCards } from '../../../core/role.ts'
import { app } from '../../bridge.ts'
import { Ask } from '../../components/ask.tsx'
import { Button } from '../../components/button.tsx'
import { t } from '../../messages.ts'
import { pause } from '../../pause.ts'
import { offerMoveBack } from '../../stores/moving.ts'
import { untilAnswered } from '../../stores/until-answered.ts'

type Props = {
  readonly row: ParkedRow
  readonly name: string
  readonly by: Role
  readonly onEdit: () => void
  readonly onTrouble: (sentence: string | null) => void
}

/** The ways on when somebody else holds the card: another card, or the card goes to this person. */
export function ParkedCard({ row, name, by, onEdit, onTrouble }: Props) {
  const [asking, setAsking] = useState(false)
  const holder = row.problem.code === 'card.taken' ? row.problem.holder.name : ''
  const outside = row.problem.code === 'card.taken' && isOutside(row.problem)
  const from = holder || t.cardMove.unnamed

  async function move() {
    setAsking(false)
    const asked = performance.now()
    const moved = { opId: row.opId, newOpId: newId(), moveOpId: newId() }
    const answer = await untilAnswered(() => app.people.moveParked(moved), pause)
    onTrouble(answer.ok ? null : t.failures[answer.code](answer))
    if (answer.ok) offerMoveBack({ opId: moved.moveOpId, from, to: name }, asked)
  }

  if (asking) {
    return (
      <Ask
        takesFocus
        question={t.cardMove.ask(from, name)}
        yes={t.cardMove.yes}
        no={t.cardMove.no}
        onYes={() => void move()}
        onNo={() => setAsking(false)}
      />
    )
  }
  return (
    <>
      {mayMoveCards(by) && !outside && (
        <Button aria-label={t.cardMove.moveFor(name)} onClick={() => setAsking(true)}>
          {t.cardMove.yes}
        </Button>
      )}
      <Button aria-label={t.cardMove.otherCardFor(name)} onClick={onEdit}>
        {t.cardMove.otherCard}
      </Button>
    </>
  )
}
