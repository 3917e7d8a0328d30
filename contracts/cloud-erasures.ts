import { z } from 'zod'
import { account } from './cloud-parts.ts'

/** Whom every desk has to forget, oldest first: ids of records and logins, which lead nowhere any more. */
export const erasures = {
  method: 'GET',
  path: '/v1/accounts/:accountId/erasures',
  auth: true,
  params: account,
  query: z.object({
    /** The `seq` of the last one that is known; 0 for none. */
    after: z.coerce
      .number()
      .int()
      .min(0)
      .max(2 ** 31 - 1)
      .default(0),
    limit: z.coerce.number().int().min(1).max(500).default(500),
  }),
  response: z.object({
    erasures: z.array(z.object({ seq: z.int().min(1), id: z.string() })),
    hasMore: z.boolean(),
  }),
  problems: ['token.invalid', 'forbidden', 'not-found'],
} as const
