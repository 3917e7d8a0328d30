import { ok } from '../../core/outcome.ts'
import type { RosterState } from '../../core/roster/roster.ts'
import type { Database } from './database.ts'
import type { PeopleStore } from './desk-store.ts'
import type { OutboxRows } from './outbox-rows.ts'
import { createRosterReads } from './roster-reads.ts'
import type { NewRoster, RosterAssignment, RosterStore } from './roster-store.ts'
import { createRosterUndo } from './roster-undo.ts'
import type { Undo } from './undo.ts'

export type RosterParts = {
  readonly people: Pick<PeopleStore, 'acceptCreate' | 'acceptUpdate' | 'fields'>
  readonly ops: OutboxRows
  readonly undo: Undo
}

export function createRosters(db: Database, parts: RosterParts): RosterStore {
  const { people } = parts
  const reads = createRosterReads(db)
  const rows = createRowWrites(db)

  const addRoster = db.prepare<string[]>(
    `INSERT INTO roster (id, title, source, created_at, current, running)
     VALUES (?, ?, ?, ?, 0, 0) ON CONFLICT (id) DO NOTHING`,
  )
  const addPerson = db.prepare<[Record<string, string | number | null>]>(
    `INSERT INTO roster_person (roster_id, position, op_id, record_id, email, first_name, last_name,
       organization, additional_information, state, surface_id, card_before, surface_before)
     VALUES (@rosterId, @position, @opId, @recordId, @email, @firstName, @lastName, @organization,
       @additionalInformation, 'waiting', '', @cardBefore, '')`,
  )
  const stop = db.prepare('UPDATE roster SET running = 0 WHERE running = 1')
  const start = db.prepare<[string]>(
    'UPDATE roster SET running = 1, finished_at = NULL WHERE id = ?',
  )
  const end = db.prepare<[string, string]>(
    'UPDATE roster SET running = 0, finished_at = ? WHERE id = ?',
  )

  function runNow(rosterId: string | null) {
    stop.run()
    if (rosterId !== null) start.run(rosterId)
  }

  function add({ rosterId, title, source, people: listed, at }: NewRoster) {
    if (addRoster.run(rosterId, title, source, at).changes === 0) return
    for (const [position, person] of listed.entries()) {
      const held = person.recordId === null ? null : people.fields(person.recordId)
      addPerson.run({ ...person, rosterId, position, cardBefore: held?.cardId ?? null })
    }
    runNow(rosterId)
  }

  function accept(assignment: RosterAssignment, recordId: string | null) {
    const { opId, fields, before, at, move, reader = null } = assignment
    const { cardId, surfaceId } = fields
    if (recordId === null) return people.acceptCreate({ opId, fields, at, move, reader })
    const same = before?.cardId === cardId && before.surfaceId === surfaceId
    if (same) return ok({ recordId })
    return people.acceptUpdate({ opId, recordId, set: { cardId, surfaceId }, at, move, reader })
  }

  return {
    ...reads,
    ...createRosterUndo(db, { ...parts, ...rows }),
    create: (roster) => db.attempt(() => ok(add(roster))),
    run: (rosterId) => db.attempt(() => ok(runNow(rosterId))),
    finish: (rosterId, at) => db.attempt(() => ok(void end.run(at, rosterId))),
    assign: (assignment) =>
      db.attempt(() => {
        const { rosterId, opId, fields, before, at, move } = assignment
        const person = reads.person(rosterId, opId)
        if (person === null || person.state === 'assigned') return ok()
        const accepted = accept(assignment, person.recordId)
        if (!accepted.ok) return accepted
        rows.assigned({ ...fields, rosterId, position: person.position, before, at, move })
        rows.turnAfter(rosterId, person.position)
        return ok()
      }),
    noteRefusal: (rosterId, opId, reason) =>
      db.attempt(() => ok(rows.refused(rosterId, opId, reason))),
    step: (rosterId, step, at) =>
      db.attempt(() => {
        const { current } = reads.view(rosterId) ?? { current: null }
        if (step.kind === 'go') {
          rows.wait(rosterId, step.position)
        } else if (current?.opId === step.opId) {
          const { position, reason } = current
          const refused: RosterState = reason === null ? 'skipped' : 'refused'
          rows.passedOver(rosterId, position, step.kind === 'absent' ? 'absent' : refused, at)
          rows.turnAfter(rosterId, position)
        }
        return ok()
      }),
  }
}

export type RowWrites = ReturnType<typeof createRowWrites>

type Assigned = Pick<RosterAssignment, 'rosterId' | 'before' | 'at' | 'move'> & {
  readonly position: number
  readonly cardId: string
  readonly surfaceId: string
}

/** Single rows of a list; inside the caller's transaction. */
function createRowWrites(db: Database) {
  const assign = db.prepare<(string | number | null)[]>(
    `UPDATE roster_person SET state = 'assigned', card = ?, surface_id = ?, card_before = ?,
       surface_before = ?, move_op_id = ?, at = ?, reason = NULL, turn = 1 + coalesce(
         (SELECT max(turn) FROM roster_person AS other WHERE other.roster_id = ? AND turn IS NOT NULL), 0)
     WHERE roster_id = ? AND position = ?`,
  )
  const pass = db.prepare<[RosterState, string, string, number]>(
    `UPDATE roster_person SET state = ?, at = ? WHERE roster_id = ? AND position = ? AND state = 'waiting'`,
  )
  const wait = db.prepare<[string, number]>(
    `UPDATE roster_person SET state = 'waiting', at = NULL
     WHERE roster_id = ? AND position = ? AND state <> 'assigned'`,
  )
  const refuse = db.prepare<[string, string, string]>(
    'UPDATE roster_person SET reason = ? WHERE roster_id = ? AND op_id = ?',
  )
  const setCurrent = db.prepare<[number, string]>('UPDATE roster SET current = ? WHERE id = ?')
  const turnAfter = db.prepare<[string, number, string, string]>(
    `UPDATE roster SET current = coalesce(
       (SELECT min(position) FROM roster_person WHERE roster_id = ? AND state = 'waiting' AND position > ?),
       (SELECT min(position) FROM roster_person WHERE roster_id = ? AND state = 'waiting')) WHERE id = ?`,
  )
  return {
    assigned({ rosterId, position, cardId, surfaceId, before, at, move }: Assigned) {
      const was = [before?.cardId ?? null, before?.surfaceId ?? '', move?.opId ?? null, at]
      assign.run(cardId, surfaceId, ...was, rosterId, rosterId, position)
    },
    passedOver: (rosterId: string, position: number, state: RosterState, at: string) =>
      void pass.run(state, at, rosterId, position),
    /** Somebody without a card becomes the one whose turn it is. */
    wait(rosterId: string, position: number) {
      if (wait.run(rosterId, position).changes > 0) setCurrent.run(position, rosterId)
    },
    refused: (rosterId: string, opId: string, reason: string) =>
      void refuse.run(reason, rosterId, opId),
    /** The next who waits, or the first; nobody when none is left. */
    turnAfter: (rosterId: string, position: number) =>
      void turnAfter.run(rosterId, position, rosterId, rosterId),
  }
}
