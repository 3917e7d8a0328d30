import type { BatchResult } from '../../electron/cloud-client/cloud-client.ts'
import { afterStep, withMainCard, withoutCard } from '../../core/card-step.ts'
import { type Operation, outsideRegion } from '../../core/operation.ts'
import { type PersonChange, type PersonFields, personFields } from '../../core/person.ts'
import type { Change, RecordState } from '../../core/record.ts'
import { granted } from '../../core/rights.ts'
import { z } from 'zod'

/** A record of the model; `registeredAt`: the version with which its person registered. */
export type Stored = Change & {
  readonly position: number
  readonly registeredAt: number | null
  /** When it went to a region that the desk does not see; null: it is not there. */
  readonly left: { readonly version: number; readonly position: number } | null
}

/** A record as the desk is told of it: one of elsewhere is the tombstone with which it left. */
export function seenAs(record: Stored): Stored {
  const { left } = record
  return left === null ? record : { ...record, ...left, deleted: true, state: null, opId: null }
}

/** What the rules need of the model that they belong to. */
export type ModelRecords = {
  /** Where a record is elsewhere there is none. */
  get(id: string): Stored | undefined
  isElsewhere(id: string): boolean
  write(id: string, state: RecordState | null, opId: string): Change
  fresh(fields: PersonFields): RecordState
  holderOf(card: string): Stored | undefined
  hasGroup(id: string): boolean
  now(): string
}

/** The rules of the cloud for one operation, small enough to be believed. */
export function applyToModel(wish: Operation, model: ModelRecords): BatchResult {
  const { opId, recordId: id } = wish
  const done = (change: Change) => ({ opId, outcome: 'applied', change, replayed: false }) as const
  const refused = (problem: Extract<BatchResult, { outcome: 'refused' }>['problem']) =>
    ({ opId, outcome: 'refused', problem }) as const
  const taken = (card: string | null | undefined) => cardProblem(model, id, card)

  const before = model.get(id)
  if (wish.method === 'create') {
    if (before?.deleted === true || model.isElsewhere(id)) return refused({ code: 'gone' })
    if (before !== undefined) return refused({ code: 'stale', current: changeOf(before) })
    const clash = taken(wish.fields.cardId)
    return clash === null ? done(model.write(id, model.fresh(wish.fields), opId)) : refused(clash)
  }
  if (before === undefined || before.state === null) return refused({ code: 'gone' })
  const { state } = before
  if (wish.method === 'grant') {
    const unknown = wish.addGroups.find((group) => !model.hasGroup(group))
    if (unknown !== undefined) return refused({ code: 'group.gone', group: unknown })
    return done(model.write(id, { ...state, ...granted(state, wish) }, opId))
  }
  if (wish.method === 'resend') {
    if (state.kind === 'user') return refused({ code: 'registered', current: changeOf(before) })
    const email = wish.email ?? state.email
    return done(model.write(id, { ...state, email, inviteSentAt: model.now() }, opId))
  }
  if (wish.method === 'card') {
    const gives = wish.step.action === 'replace' || wish.step.action === 'lend'
    const clash = gives ? taken(wish.step.cardId) : null
    if (clash !== null) return refused(clash)
    const cards = afterStep(state, wish.step)
    if (!cards.ok) {
      return refused({ code: 'card.step', reason: cards.code, current: changeOf(before) })
    }
    const { cardId, surfaceId, otherCards } = cards.value
    const after = { ...state, cardId, surfaceId, otherCards: [...otherCards] }
    return done(model.write(id, after, opId))
  }
  if (wish.method === 'move-card') {
    const { cardId, surfaceId, fromRecordId, replaces } = wish
    const foreseen = state.cardId === replaces || state.cardId === cardId
    if (!foreseen) return refused({ code: 'stale', current: changeOf(before) })
    const holder = model.holderOf(cardId)
    const named = holder?.id === fromRecordId && holder.left === null
    const clash = named ? null : taken(cardId)
    if (clash !== null) return refused(clash)
    if (named && holder.state !== null) {
      model.write(holder.id, withoutCard(holder.state, cardId), opId)
    }
    return done(model.write(id, withMainCard({ ...state, cardId, surfaceId }), opId))
  }
  if (wish.ifVersion !== before.version) {
    const seen = before.registeredAt
    const asksInvitation = wish.method === 'delete' || wish.set.email !== undefined
    const registered = seen !== null && wish.ifVersion < seen && asksInvitation
    return refused({ code: registered ? 'registered' : 'stale', current: changeOf(before) })
  }
  if (wish.method === 'delete') return done(model.write(id, null, opId))
  const clash = taken(wish.set.cardId)
  return clash === null ? done(model.write(id, changed(state, wish.set), opId)) : refused(clash)
}

/** One holder per card. */
export function cardProblem(
  model: Pick<ModelRecords, 'holderOf'>,
  id: string,
  card: string | null | undefined,
) {
  const holder = typeof card === 'string' ? model.holderOf(card) : undefined
  if (holder === undefined || holder.id === id) return null
  if (holder.left !== null) return { code: 'card.taken', holder: outsideRegion } as const
  const name = holder.state?.lastName ?? ''
  return { code: 'card.taken', holder: { id: holder.id, name } } as const
}

const onlyFields = z.object(personFields.shape)

export function changed(state: RecordState, set: PersonChange): RecordState {
  const given = Object.entries(set).filter(([, value]) => value !== undefined)
  const fields = onlyFields.parse({ ...state, ...Object.fromEntries(given) })
  return withMainCard({ ...state, ...fields })
}

export function changeOf({ id, version, deleted, state, opId }: Stored): Change {
  return { id, version, deleted, state, opId }
}
