import { cardEvents, concernsCards } from '../../core/desk-log/card-events.ts'
import { isLoggedRefusal } from '../../core/desk-log/desk-log.ts'
import type { Operation } from '../../core/operation.ts'
import { fullName } from '../../core/person.ts'
import { cardIdsOf, cardsOf } from '../store/cards.ts'
import type { NewLogRow } from '../store/desk-log.ts'
import { type RecordRow, displayName } from '../store/records.ts'
import type { Actor, OperationContext, Settled } from './operation-context.ts'

/** Whom an operation meets; to be looked at before it is carried out. Nobody where no log needs to know. */
export type Before = { readonly record: RecordRow | null; readonly giver: RecordRow | null }

export async function lookBefore(
  { records }: OperationContext,
  operation: Operation,
): Promise<Before> {
  const changes = operation.method === 'update' || operation.method === 'delete'
  const meets = changes || (operation.method !== 'create' && concernsCards(operation))
  const record = meets ? await records.find(operation.recordId) : null
  const giver = operation.method === 'move-card' ? await records.find(operation.fromRecordId) : null
  return { record, giver }
}

/** The lines of the desk log about one operation, done or refused. */
export function logRowsOf(
  { actor, now }: OperationContext,
  operation: Operation,
  settled: Settled,
  { record, giver }: Before,
): NewLogRow[] {
  if (!concernsCards(operation)) return []
  const refusal = settled.outcome === 'refused' ? settled.problem.code : null
  if (refusal !== null && !isLoggedRefusal(refusal)) return []
  // Whoever may not know of a person hears nothing of them in the log either.
  const known = refusal === 'forbidden' ? null : record
  const context = 'context' in operation ? operation.context : undefined
  const line = {
    account_id: actor.accountId,
    op_id: operation.opId,
    at: momentOf(context?.at, now),
    logged_at: now,
    who_id: actor.personId,
    who: actor.person,
    desk_id: actor.desk.id,
    desk: actor.desk.name,
    reader: context?.reader ?? null,
    record_id: operation.recordId,
    region_id: regionOf(actor, settled, known),
    person: nameIn(operation, settled, known),
    ...formerHolder(operation, giver),
    refusal,
  }
  const before = known === null || known.deleted === 1 ? null : cardsOf(known)
  return cardEvents(operation, before).map((event, nth) => ({ ...line, ...event, nth }))
}

/** Where the person is by then; of somebody who is not there, where whoever asked is. */
function regionOf(actor: Actor, settled: Settled, known: RecordRow | null): string | null {
  const after = settled.outcome === 'applied' ? settled.change.state : null
  if (after !== null) return after.regionId
  return known === null ? actor.regionId : known.region_id
}

/** Nothing is heard of before it is done, whatever the clock of a desk says. */
function momentOf(told: string | undefined, now: string): string {
  const at = told === undefined ? now : new Date(told).toISOString()
  return at > now ? now : at
}

/** What the person of an operation is called, after it or else before. */
export function nameIn(operation: Operation, settled: Settled, known: RecordRow | null): string {
  const after = settled.outcome === 'applied' ? settled.change.state : null
  const fields = after ?? (operation.method === 'create' ? operation.fields : null)
  if (fields !== null) return fullName(fields) || (fields.email ?? '')
  return known === null || known.deleted === 1 ? '' : displayName(known)
}

function formerHolder(operation: Operation, giver: RecordRow | null) {
  const moved = operation.method === 'move-card' ? operation.cardId : null
  if (moved === null || giver === null || !cardIdsOf(giver).includes(moved)) {
    return { from_person: null, from_region_id: null }
  }
  return { from_person: displayName(giver), from_region_id: giver.region_id }
}
