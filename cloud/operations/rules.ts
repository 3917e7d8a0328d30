import type { OperationProblem } from '../../core/operation.ts'
import { type PersonFields, missingName } from '../../core/person.ts'
import { mayInviteByEmail, rolesGivenBy, seesOnlyOwn } from '../../core/role.ts'
import { type RecordRow, displayName, findHolder, kindOfRow } from '../store/records.ts'
import type { Actor, OperationContext } from './operation-context.ts'

/** Whether the actor may touch this record at all: its own for an installer, and no role above its own. */
export function mayChange(actor: Actor, row: RecordRow): boolean {
  if (!maySee(actor, row)) return false
  return rolesGivenBy(actor.role).some((role) => role === row.role)
}

export function maySee(actor: Actor, row: RecordRow): boolean {
  return !seesOnlyOwn(actor.role) || row.created_by === actor.personId
}

/**
 * Checks the fields of a record as it would be, against its actor and the rest of the account.
 * `before` is the record as it is, null for a new one; `at` names the fields' place in the item.
 */
export async function fieldProblem(
  { db, actor }: OperationContext,
  record: { readonly id: string; readonly fields: PersonFields; readonly before: RecordRow | null },
  at: 'fields' | 'set',
): Promise<OperationProblem | null> {
  const { fields, before, id } = record
  // A registered user keeps a login of their own and needs no name here.
  const missing = before?.registered_version ? null : missingName(fields)
  if (missing) return { code: 'schema', field: `${at}.${missing}` }
  const forbidden = actorProblem(actor, fields, before)
  if (forbidden) return forbidden

  if (fields.cardId !== null) {
    const holder = await findHolder(db, actor.accountId, { cardId: fields.cardId })
    if (holder && holder.id !== id) return { code: 'card.taken', holder: shown(actor, holder) }
  }
  if (fields.email !== null) {
    const holder = await findHolder(db, actor.accountId, { email: fields.email })
    if (holder && holder.id !== id) return { code: 'email.taken', holder: shown(actor, holder) }
  }
  return null
}

function actorProblem(
  { role }: Actor,
  fields: PersonFields,
  before: RecordRow | null,
): OperationProblem | null {
  const allowed = rolesGivenBy(role)
  if (fields.role !== before?.role && !allowed.includes(fields.role)) {
    return { code: 'role.forbidden', allowed: [...allowed] }
  }
  if (mayInviteByEmail(role)) return null
  if (fields.email !== null && fields.email !== before?.email) return { code: 'email.forbidden' }
  return fields.cardId === null ? { code: 'card.required' } : null
}

/** The holder's name, unless the actor may not know about them. */
export function shown(actor: Actor, holder: RecordRow) {
  return { id: holder.id, name: maySee(actor, holder) ? displayName(holder) : '' }
}

/**
 * What a record is after a change: an invitation as long as there is an email and nobody has
 * registered with it.
 */
export function kindAfter(fields: PersonFields, before: RecordRow | null) {
  if (before?.registered_version) return kindOfRow(before)
  return fields.email === null ? ('user' as const) : ('invitation' as const)
}
