import { type CardRefusal, cardRefusal, strictPolicy } from '../../core/card/warnings.ts'
import { type OperationProblem, outsideRegion } from '../../core/operation.ts'
import { type PersonFields, missingName } from '../../core/person.ts'
import {
  mayChangeRole,
  mayInviteByEmail,
  role as roleShape,
  rolesGivenBy,
  seesOnlyRegion,
} from '../../core/role.ts'
import { isSeen, sightOf } from '../../core/sight.ts'
import { readCardProfile } from '../store/card-profile.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { type RecordRow, displayName } from '../store/records.ts'
import { regionProblem } from './region-rules.ts'
import type { Actor, OperationContext } from './operation-context.ts'

/** Whether the actor may touch this record at all: one it sees, of no role above its own. */
export function mayChange(actor: Actor, row: RecordRow): boolean {
  return maySee(actor, row) && mayChangeRole(actor.role, roleShape.parse(row.role))
}

export function maySee(actor: Actor, row: RecordRow): boolean {
  return isSeen(sightOf(actor), { regionId: row.region_id, createdBy: row.created_by })
}

/**
 * Checks the fields of a record as it would be, against its actor and the rest of the account.
 * `before` is the record as it is, null for a new one; `at` names the fields' place in the item.
 */
export async function fieldProblem(
  context: OperationContext,
  record: { readonly id: string; readonly fields: PersonFields; readonly before: RecordRow | null },
  at: 'fields' | 'set',
): Promise<OperationProblem | null> {
  const { db, records, actor } = context
  const { fields, before, id } = record
  // A registered user keeps a login of their own and needs no name here.
  const missing = before?.registered_version ? null : missingName(fields)
  if (missing) return { code: 'schema', field: `${at}.${missing}` }
  const forbidden =
    actorProblem(actor, fields, before) ?? (await regionProblem(context, fields, before))
  if (forbidden) return forbidden

  if (fields.cardId !== null) {
    // A card that is held already is no news.
    const isNew = fields.cardId !== before?.card_id
    const reason = isNew ? await refusalOfCard(db, actor.accountId, fields.cardId) : null
    if (reason) return { code: 'card.refused', reason }
    const holder = await records.holder({ cardId: fields.cardId })
    if (holder && holder.id !== id) return { code: 'card.taken', holder: shown(actor, holder) }
  }
  if (fields.email !== null) {
    const holder = await records.holder({ email: fields.email })
    if (holder && holder.id !== id) return { code: 'email.taken', holder: shown(actor, holder) }
  }
  return null
}

/** Nearly every card passes the strictest policy, and then nothing is read. */
export async function refusalOfCard(
  db: CloudDatabase,
  accountId: string,
  uid: string,
): Promise<CardRefusal | null> {
  if (cardRefusal({ uid }, strictPolicy) === null) return null
  return cardRefusal({ uid }, (await readCardProfile(db, accountId)).policy)
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

/** The holder, as far as the actor may know of them: of somebody of another region not even the id. */
export function shown(actor: Actor, holder: RecordRow) {
  if (maySee(actor, holder)) return { id: holder.id, name: displayName(holder) }
  return seesOnlyRegion(actor.role) ? outsideRegion : { id: holder.id, name: '' }
}
