import { z } from 'zod'
import { role } from './role.ts'

/** Names a sign-in to those who may end it, and is good for nothing else. */
export const signInId = z.string().regex(/^[0-9a-f]{32}$/)

/** A computer at which somebody is signed in. */
export const signedInDesk = z.object({
  id: signInId,
  name: z.string(),
  signedInAt: z.iso.datetime(),
  /** When it was last in touch, to a quarter of an hour. */
  seenAt: z.iso.datetime(),
  /** The one at which this is asked. */
  current: z.boolean(),
})
export type SignedInDesk = z.infer<typeof signedInDesk>

/** The same of a member of the account. */
export const memberDesk = signedInDesk.extend({
  person: z.object({ id: z.uuid(), name: z.string(), role }),
})
export type MemberDesk = z.infer<typeof memberDesk>
