import { z } from 'zod'
import { operationMethod } from './operation.ts'

/**
 * Why an operation is not in the cloud yet, of itself; the channel's state says the rest.
 *
 * - `turn`: it goes with the next batch
 * - `sending`: it is under way
 * - `undo`: it is held while it can be taken back
 * - `behind`: an earlier one on the same person or card goes first
 * - `behind-attention`: that earlier one waits for a person's decision
 * - `troubled`: the cloud takes others but failed on this one; it is tried again by itself
 * - `attention`: it waits for a person's decision
 */
export const queueWait = z.enum([
  'turn',
  'sending',
  'undo',
  'behind',
  'behind-attention',
  'troubled',
  'attention',
])
export type QueueWait = z.infer<typeof queueWait>

export const queueRow = z.strictObject({
  /** Its place: rows are in the order in which they were accepted. */
  seq: z.int(),
  opId: z.uuid(),
  method: operationMethod,
  /** "First Last", or the email when there is no name; empty when neither is known. */
  name: z.string(),
  acceptedAt: z.iso.datetime(),
  wait: queueWait,
})
export type QueueRow = z.infer<typeof queueRow>

/** As many as one question may ask for. */
export const queueLimit = 500

/** The next rows after the place `after` (null: from the first). */
export const queueQuery = z.strictObject({
  after: z.int().nullable(),
  limit: z.int().min(1).max(queueLimit),
})
export type QueueQuery = z.infer<typeof queueQuery>
export const queuePage = z.strictObject({ rows: z.array(queueRow), hasMore: z.boolean() })
export type QueuePage = z.infer<typeof queuePage>
