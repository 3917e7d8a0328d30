import { z } from 'zod'

/** What a desk tells beside an operation with a card, for the log: the cloud cannot know it otherwise. */
export const cardContext = z.strictObject({
  /** When it was done, by the desk's wall clock. */
  at: z.iso.datetime(),
  /** Where the card was laid down; null: its number was typed or chosen. Text as of a person's fields. */
  reader: z
    .string()
    .max(200)
    .regex(/^[^\0\p{Cs}]*$/u)
    .nullable(),
})
export type CardContext = z.infer<typeof cardContext>
