import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { bulkLimit } from '../../../core/bulk.ts'
import type { ParkedRow } from '../../../core/pending-page.ts'
import type { Remedy } from '../../../core/remedy.ts'
import { app } from '../../bridge.ts'
import { t } from '../../messages.ts'
import { pause } from '../../pause.ts'
import { untilAnswered } from '../../stores/until-answered.ts'

/** Decides about entries that wait; what could not be done is said in `trouble`. */
export function useDecide() {
  const [trouble, setTrouble] = useState<string | null>(null)

  async function decide(rows: readonly ParkedRow[], remedy: Remedy) {
    const items = rows.slice(0, bulkLimit).map(({ opId }) => ({ opId, newOpId: newId() }))
    const answer = await untilAnswered(() => app.people.decide({ items, remedy }), pause)
    if (!answer.ok) return setTrouble(t.failures[answer.code](answer))
    setTrouble(answer.value.left === 0 ? null : t.attention.left(answer.value.left))
  }

  return { decide, trouble, setTrouble }
}
