import { fail, ok } from '../../core/outcome.ts'
import type { Database } from './database.ts'
import type { RosterStore } from './roster-store.ts'
import type { RosterParts, RowWrites } from './rosters.ts'

type Last = {
  readonly position: number
  readonly opId: string
  readonly recordId: string | null
  readonly cardBefore: string | null
  readonly surfaceBefore: string
  readonly moveOpId: string | null
}

export const lastTurnSql = `SELECT position, op_id AS opId, record_id AS recordId,
    card_before AS cardBefore, surface_before AS surfaceBefore, move_op_id AS moveOpId
  FROM roster_person WHERE roster_id = ? AND turn IS NOT NULL ORDER BY turn DESC LIMIT 1`

/**
 * Takes the last assignment back. A person who was created with it and has not left this computer vanishes
 * as if there had been no tap; everybody else gets back what they had before, as a change. A card that was
 * taken from somebody goes back to them as long as the move has not left this computer.
 */
export function createRosterUndo(
  db: Database,
  parts: RosterParts & Pick<RowWrites, 'wait'>,
): Pick<RosterStore, 'undo'> {
  const { people, ops, undo: undoUnsent, wait } = parts
  const lastTurn = db.prepare<[string], Last>(lastTurnSql)
  const free = db.prepare<[string, string | null, string, number]>(
    `UPDATE roster_person SET state = 'waiting', card = NULL, surface_id = '', at = NULL, turn = NULL, move_op_id = NULL,
       op_id = ?, record_id = ? WHERE roster_id = ? AND position = ?`,
  )

  function vanishes(opId: string): boolean {
    return ops.ofRecord(opId).length === 1 && undoUnsent(opId, 'create')
  }

  return {
    undo: ({ rosterId, opId, newOpId, changeOpId, mayBeCardless, at }) =>
      db.attempt(() => {
        const last = lastTurn.get(rosterId)
        if (last?.opId !== opId) return ok()
        const { position, cardBefore: cardId, surfaceBefore: surfaceId } = last
        if (last.moveOpId !== null) undoUnsent(last.moveOpId, 'move-card')
        let recordId = last.recordId
        if (recordId !== null || !vanishes(opId)) {
          if (cardId === null && !mayBeCardless) return fail('card-missing')
          recordId ??= opId
          const set = { cardId, surfaceId }
          const changed = people.acceptUpdate({ opId: changeOpId, recordId, set, at })
          if (!changed.ok && changed.code !== 'gone') return fail(changed.code)
          // Deleted meanwhile: there is no card to take back, and the person is created anew.
          if (!changed.ok) recordId = null
        }
        free.run(newOpId, recordId, rosterId, position)
        wait(rosterId, position)
        return ok()
      }),
  }
}
