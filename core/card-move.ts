import { z } from 'zod'

/** A card that somebody holds goes to the person it is given to; the move has a key of its own. */
export const cardMove = z.strictObject({ opId: z.uuid(), fromRecordId: z.uuid() })
export type CardMove = z.infer<typeof cardMove>
