import { type Cards, afterStep, withMainCard, withoutCard } from '../../core/card-step.ts'
import type { OtherCard } from '../../core/other-card.ts'
import { type PersonFields, type PersonKind, kindOf, nobody } from '../../core/person.ts'
import type { InvitationMail, RecordState } from '../../core/record.ts'
import { type Right, granted } from '../../core/rights.ts'
import type { Op } from './outbox-row.ts'
import { fieldsOf, fieldsSetBy, withChange } from './wish.ts'

/** What the cloud said last about a record; version 0: nothing yet. */
export type Base = {
  readonly version: number
  readonly deleted: boolean
  /** null also when the stored state cannot be read. */
  readonly state: RecordState | null
}

export const unknownBase: Base = { version: 0, deleted: false, state: null }

/** The record as this desk wants it. */
export type View = {
  readonly deleted: boolean
  readonly fields: PersonFields
  /** Beside the main card. */
  readonly otherCards: readonly OtherCard[]
  readonly kind: PersonKind
  readonly registered: boolean
  readonly groups: readonly string[]
  readonly rights: readonly Right[]
  readonly inviteSentAt: string | null
  readonly mail: InvitationMail | null
  readonly createdAt: string
}

/**
 * Base plus pending operations in the person's order. A create that the cloud has already told about
 * counts no more; a deleted record keeps the fields that a pending operation would give it, so that it
 * can be shown. A card that is moved away is no longer held. null: something of it cannot be read, what was shown before stays.
 */
export function viewOf(id: string, base: Base, ops: readonly Op[]): View | null {
  const { state } = base
  const unreadable = base.version > 0 && !base.deleted && state === null
  if (unreadable || ops.some((op) => op.wish === null)) return null
  let fields = base.deleted || state === null ? null : fieldsOf(state)
  let alive = fields !== null
  let otherCards: readonly OtherCard[] = base.deleted ? [] : (state?.otherCards ?? [])
  const take = (cards: Cards) => {
    const { cardId, surfaceId } = cards
    if (fields !== null) fields = { ...fields, cardId, surfaceId }
    otherCards = cards.otherCards
  }
  let access = { groups: state?.groups ?? [], rights: state?.rights ?? [] }
  for (const { wish, seen, recordId } of ops) {
    if (wish?.method === 'move-card' && recordId !== id) {
      take(withoutCard({ ...(fields ?? nobody), otherCards }, wish.cardId))
      continue
    }
    if (wish?.method === 'create') {
      fields ??= wish.fields
      alive ||= base.version === 0
      continue
    }
    fields ??= seen
    if (wish?.method === 'delete') alive = false
    if (wish?.method === 'grant') access = granted(access, wish)
    const set = wish === null ? {} : fieldsSetBy(wish)
    fields = fields === null ? null : withChange(fields, set)
    const cards = { ...(fields ?? nobody), otherCards }
    // A step that the cloud will refuse changes nothing on the screen.
    const stepped = wish?.method === 'card' ? afterStep(cards, wish.step) : null
    take(stepped?.ok ? stepped.value : withMainCard(cards))
  }
  const created = ops.find((op) => op.method === 'create') ?? ops[0]
  const registered = state !== null && isRegistered(state)
  return {
    deleted: !alive,
    fields: fields ?? nobody,
    otherCards,
    kind: registered ? 'user' : kindOf(fields ?? nobody),
    registered,
    ...access,
    inviteSentAt: state?.inviteSentAt ?? null,
    mail: state?.mail ?? null,
    createdAt: state?.createdAt ?? created?.acceptedAt ?? epoch,
  }
}

/** Whether a person has signed up, here or in another account before. */
export function isRegistered({ registeredAt, kind, email }: RecordState): boolean {
  return registeredAt !== null || (kind === 'user' && email !== null)
}

const epoch = '1970-01-01T00:00:00.000Z'
