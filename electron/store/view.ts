import { type PersonFields, type PersonKind, kindOf } from '../../core/person.ts'
import type { RecordState } from '../../core/record.ts'
import type { Op } from './outbox-row.ts'
import { fieldsOf, withChange } from './wish.ts'

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
  readonly kind: PersonKind
  readonly groups: readonly string[]
  readonly inviteSentAt: string | null
  readonly createdAt: string
}

/**
 * Base plus pending operations in the person's order. A create that the cloud has already told about
 * counts no more; a deleted record keeps the fields that a pending operation would give it, so that it
 * can be shown. null: something of it cannot be read, what was shown before stays.
 */
export function viewOf(base: Base, ops: readonly Op[]): View | null {
  const unreadable = base.version > 0 && !base.deleted && base.state === null
  if (unreadable || ops.some((op) => op.wish === null)) return null
  let fields = base.deleted || base.state === null ? null : fieldsOf(base.state)
  let alive = fields !== null
  let createdAt = base.state?.createdAt ?? null
  for (const op of ops) {
    if (op.wish?.method === 'create') {
      createdAt ??= op.acceptedAt
      fields ??= op.wish.fields
      alive ||= base.version === 0
    } else if (op.wish?.method === 'update') {
      fields ??= op.seen
      fields = fields === null ? null : withChange(fields, op.wish.set)
    } else {
      alive = false
    }
  }
  const registered = base.state?.kind === 'user' && base.state.email !== null
  return {
    deleted: !alive,
    fields: fields ?? nobody,
    kind: registered ? 'user' : kindOf(fields ?? nobody),
    groups: base.state?.groups ?? [],
    inviteSentAt: base.state?.inviteSentAt ?? null,
    createdAt: createdAt ?? ops[0]?.acceptedAt ?? epoch,
  }
}

/** What is kept of a deleted record: nothing about the person. */
export const nobody: PersonFields = {
  email: null,
  role: 'user',
  firstName: '',
  lastName: '',
  organization: '',
  additionalInformation: '',
  cardId: null,
  surfaceId: '',
}

const epoch = '1970-01-01T00:00:00.000Z'
