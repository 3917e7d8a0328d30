import { z } from 'zod'

/** The most records that one step may touch. */
export const bulkLimit = 1000

/** Each record gets an operation of its own, with a key minted in the window: pressing twice is once. */
export const bulkItems = z
  .array(z.strictObject({ opId: z.uuid(), recordId: z.uuid() }))
  .min(1)
  .max(bulkLimit)
export type BulkItem = z.infer<typeof bulkItems>[number]

/** Why one record of many was left as it is. */
export const bulkRefusal = z.enum([
  'registered', // the person has registered meanwhile: nothing to send again or to withdraw
  'gone', // deleted, here or by others
  'no-email', // a user without email has no invitation
  'attention', // an operation on it waits for a decision
  'role', // the signed-in person may not do this to people of that role
])
export type BulkRefusal = z.infer<typeof bulkRefusal>

export const bulkOutcome = z.strictObject({
  accepted: z.int().min(0),
  refused: z.array(z.strictObject({ recordId: z.uuid(), name: z.string(), reason: bulkRefusal })),
})
export type BulkOutcome = z.infer<typeof bulkOutcome>
