import { z } from 'zod'

/** Opaque to desks. */
export const cursor = z.string().max(200)

/** Parameters of the endpoints of one account. */
export const account = z.object({ accountId: z.uuid() })
