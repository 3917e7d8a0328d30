import { z } from 'zod'
import { cardUid } from './card-number.ts'
import { cardRefusalReason } from './card/warnings.ts'
import { cardStep, cardStepRefusal } from './card-step.ts'
import { cardContext } from './desk-log/card-context.ts'
import { email, personChange, personFields, surfaceText } from './person.ts'
import { change } from './record.ts'
import { grantLimits, right } from './rights.ts'
import { role } from './role.ts'

const uuid = z.uuid()

/** Only to a cloud that has said that it keeps a log: others take no more than they know. */
const context = cardContext.optional()

/**
 * What a desk asks of the cloud. The op id is the idempotency key: it belongs to one exact byte string.
 * A create's first op id is the record's id (UUIDv7); after a definitive refusal a changed operation
 * gets a new one.
 */
export const operation = z.discriminatedUnion('method', [
  z.strictObject({
    opId: uuid,
    method: z.literal('create'),
    recordId: uuid,
    fields: personFields,
    context,
  }),
  z.strictObject({
    opId: uuid,
    method: z.literal('update'),
    recordId: uuid,
    ifVersion: z.int().min(1),
    set: personChange,
    context,
  }),
  z.strictObject({
    opId: uuid,
    method: z.literal('delete'),
    recordId: uuid,
    ifVersion: z.int().min(1),
    context,
  }),
  /** Adds groups and rights. Needs no version: what others add or change meanwhile stays. */
  z.strictObject({
    opId: uuid,
    method: z.literal('grant'),
    recordId: uuid,
    addGroups: z.array(uuid).max(grantLimits.atOnce),
    addRights: z.array(right).max(grantLimits.atOnce),
  }),
  /** Mails an invitation again and renews its expiry; a corrected address withdraws earlier links. */
  z.strictObject({
    opId: uuid,
    method: z.literal('resend'),
    recordId: uuid,
    /** null: to the address it has. */
    email: email.nullable(),
  }),
  /**
   * Gives a card to this record, with its Surface ID. `fromRecordId` loses it, if it holds it still;
   * nobody else does. Nothing but card and Surface ID of the two is touched.
   */
  z.strictObject({
    opId: uuid,
    method: z.literal('move-card'),
    recordId: uuid,
    fromRecordId: uuid,
    cardId: cardUid,
    surfaceId: surfaceText,
    /** The card that the new holder has until then: another one there is a conflict (`stale`). */
    replaces: cardUid.nullable(),
    context,
  }),
  /** Blocks, replaces, lends … a card of this person; what it presumes is in the step, not in a version. */
  z.strictObject({
    opId: uuid,
    method: z.literal('card'),
    recordId: uuid,
    step: cardStep,
    context,
  }),
])
export type Operation = z.infer<typeof operation>
export type OperationMethod = Operation['method']
export const operationMethod = z.enum(operation.options.map(({ shape }) => shape.method.value))

const holder = z.strictObject({ id: uuid, name: z.string() })

/** Stands for the holder of a card or email about whom a Regional Admin may not know anything. */
export const outsideRegion: z.infer<typeof holder> = {
  id: '00000000-0000-0000-0000-000000000000',
  name: '',
}

/** By whom and when the record was changed or deleted; absent where the cloud does not say. */
const changed = z.strictObject({ by: z.string(), at: z.iso.datetime() }).optional()

/** Definitive refusals of one operation: the same bytes will never be accepted. */
export const operationProblem = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('schema'), field: z.string() }),
  z.strictObject({ code: z.literal('key.reuse') }),
  z.strictObject({ code: z.literal('stale'), current: change, changed }),
  z.strictObject({ code: z.literal('gone'), changed }),
  z.strictObject({ code: z.literal('registered'), current: change }),
  z.strictObject({ code: z.literal('card.taken'), holder }),
  z.strictObject({ code: z.literal('email.taken'), holder }),
  /** The person has a role elsewhere that does not go with this one: only Users share a login. */
  z.strictObject({ code: z.literal('email.other-role') }),
  z.strictObject({ code: z.literal('role.forbidden'), allowed: z.array(role) }),
  /** A Regional Admin is of a region, and nobody has said of which. */
  z.strictObject({ code: z.literal('region.required') }),
  z.strictObject({ code: z.literal('region.gone'), id: uuid }),
  /** Another region than the one's own is not theirs to give. */
  z.strictObject({ code: z.literal('region.forbidden') }),
  z.strictObject({ code: z.literal('email.forbidden') }),
  z.strictObject({ code: z.literal('card.required') }),
  /** The account lets nobody have a card of such a number. */
  z.strictObject({ code: z.literal('card.refused'), reason: cardRefusalReason }),
  /** The person's cards are not as the step presumes. */
  z.strictObject({
    code: z.literal('card.step'),
    reason: cardStepRefusal,
    current: change,
  }),
  z.strictObject({ code: z.literal('group.gone'), group: uuid }),
  /** A resource or a resource group. */
  z.strictObject({ code: z.literal('resource.gone'), id: uuid }),
  z.strictObject({ code: z.literal('schedule.gone'), id: uuid }),
  z.strictObject({ code: z.literal('forbidden') }),
])
export type OperationProblem = z.infer<typeof operationProblem>

/** Why an operation is parked at the desk: the cloud's refusal, or a row that this version cannot read. */
export const parkedProblem = z.union([
  operationProblem,
  z.strictObject({
    code: z.literal('conflict.field'),
    fields: z.array(z.string()),
    current: change,
    changed,
  }),
  /** The cloud was put back to a backup of that moment, and what had been done is not done any more. */
  z.strictObject({ code: z.literal('restored'), from: z.iso.datetime() }),
  z.strictObject({ code: z.literal('client.bug'), note: z.string() }),
])
export type ParkedProblem = z.infer<typeof parkedProblem>

/** Whether a card or email is with somebody about whom one may not know anything. */
export function isOutside(problem: Extract<ParkedProblem, { code: 'card.taken' | 'email.taken' }>) {
  return problem.holder.id === outsideRegion.id
}
