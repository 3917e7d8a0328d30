import { z } from 'zod'
import { logLine } from '../core/desk-log/desk-log.ts'
import { account, cursor } from './cloud-parts.ts'

/** Who did what with which card. Only added to: what a desk has read never changes. */
export const deskLog = {
  method: 'GET',
  path: '/v1/accounts/:accountId/log',
  auth: true,
  params: account,
  /** `newerThan`: oldest first; `olderThan` and neither of them: newest first. */
  query: z.object({
    newerThan: cursor.optional(),
    olderThan: cursor.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(500),
  }),
  response: z.object({
    lines: z.array(logLine),
    /** Goes on in the same direction. */
    next: cursor,
    hasMore: z.boolean(),
    /** Where `newerThan` begins once all of this answer is known. */
    newest: cursor,
  }),
  problems: ['token.invalid', 'forbidden', 'not-found', 'cursor.expired'],
} as const
