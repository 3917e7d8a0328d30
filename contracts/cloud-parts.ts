import { z } from 'zod'

/** Opaque to desks. */
export const cursor = z.string().max(200)

/** Parameters of the endpoints of one account. */
export const account = z.object({ accountId: z.uuid() })

/** Text that every database keeps as it is: no NUL and no half of a surrogate pair. */
export const keepable = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\0\p{Cs}]*$/u)
