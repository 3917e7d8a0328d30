import { z } from 'zod'
import { personFields, personKind } from './person.ts'

const uuid = z.uuid()

/** A person's record as the cloud knows it. Times are ISO 8601 in UTC. */
export const recordState = z.strictObject({
  ...personFields.shape,
  kind: personKind,
  /** When the cloud took the invitation; null for a user created without email. */
  inviteSentAt: z.iso.datetime().nullable(),
  groups: z.array(z.string()),
  createdAt: z.iso.datetime(),
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
