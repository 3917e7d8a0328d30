import { z } from 'zod'
import { auditFilter, auditPage } from '../core/audit/audit-entry.ts'
import { account, cursor } from './cloud-parts.ts'

const { from, until, what, who, about, desk } = auditFilter.shape

/** Who did what, newest first. An entry is never changed; a name in it can be erased. */
export const audit = {
  method: 'GET',
  path: '/v1/accounts/:accountId/audit',
  auth: true,
  params: account,
  query: z.object({
    from: from.unwrap().optional(),
    until: until.unwrap().optional(),
    what: what.unwrap().optional(),
    who: who.unwrap().optional(),
    about: about.unwrap().optional(),
    desk: desk.unwrap().optional(),
    /** Entries older than the page that gave it. */
    olderThan: cursor.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  response: auditPage,
  problems: ['token.invalid', 'forbidden', 'not-found', 'cursor.expired'],
} as const
