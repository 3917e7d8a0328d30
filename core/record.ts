import { z } from 'zod'
import { otherCards } from './other-card.ts'
import { personFields, personKind } from './person.ts'
import { right } from './rights.ts'

const uuid = z.uuid()
const moment = z.iso.datetime()

/** How the mail of a pending invitation fares. Past `expiresAt` the invitation has expired. */
export const invitationMail = z.strictObject({
  state: z.enum(['queued', 'sent', 'refused']),
  /** What the mail server said when it refused. */
  reason: z.string().nullable(),
  /** When the registration page was opened first. */
  openedAt: moment.nullable(),
  expiresAt: moment,
})
export type InvitationMail = z.infer<typeof invitationMail>

/** A person's record as the cloud knows it. Times are ISO 8601 in UTC. */
export const recordState = z.strictObject({
  ...personFields.shape,
  /** Beside the main card `cardId`: blocked, temporary or ended. */
  otherCards: otherCards.default([]),
  kind: personKind,
  /** When the mail was last sent, or first taken over to be sent; null for a user. */
  inviteSentAt: moment.nullable(),
  /** null: a user, or an invitation of a cloud that sends no mail. */
  mail: invitationMail.nullable().default(null),
  /** When the person got a login for this account; null for a pending invitation and without email. */
  registeredAt: moment.nullable().default(null),
  /** Ids of user groups. Groups and rights of an invitation take effect with the registration. */
  groups: z.array(z.string()),
  rights: z.array(right).default([]),
  createdAt: moment,
  createdBy: uuid,
})
export type RecordState = z.infer<typeof recordState>

/**
 * One line of the change feed, and the answer to an applied operation. A tombstone has `deleted` and no
 * state. `version` counts from 1 within the record; `opId` is the operation that made this version, when
 * a desk did.
 */
export const change = z.strictObject({
  id: uuid,
  version: z.int().min(1),
  deleted: z.boolean(),
  state: recordState.nullable(),
  opId: uuid.nullable(),
})
export type Change = z.infer<typeof change>
