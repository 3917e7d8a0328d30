import { v7 as newId } from 'uuid'
import { app } from '../../bridge.ts'
import { t } from '../../messages.ts'
import { pause } from '../../pause.ts'
import { type Targets, tell } from '../../stores/pending-actions.ts'
import type { Removal } from '../../stores/removals.ts'
import { createRemover } from '../../stores/remover.ts'

const remover = createRemover({
  invitations: app.invitations,
  people: app.people,
  pause,
  now: () => performance.now(),
  newId,
})

export async function remove(targets: Targets): Promise<void> {
  const failure = await remover.remove(targets)
  if (failure !== null) tell(t.failures[failure.code](failure), { bad: true })
}

export async function undo(removal: Removal): Promise<void> {
  const undone = await remover.undo(removal)
  if (typeof undone !== 'number') return tell(t.failures[undone.code](undone), { bad: true })
  const { moved } = removal
  if (moved !== null) {
    if (undone > 0) return tell(t.cardMove.undone(moved.from))
    return tell(t.cardMove.undoneNot, { bad: true })
  }
  const late = removal.count - undone
  if (late > 0) tell(t.invitations.undoneNot(late), { bad: true })
  else tell(t.invitations.undone(undone))
}
