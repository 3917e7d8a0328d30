import { z } from 'zod'

/** An operation that ended without doing what was asked, although nobody has to decide anything. */
export const notice = z.strictObject({
  opId: z.uuid(),
  recordId: z.uuid(),
  name: z.string(),
  method: z.enum(['update', 'delete', 'resend']),
  /** `registered`: the person has registered meanwhile, nothing was done; `gone`: deleted by others. */
  reason: z.enum(['registered', 'gone']),
  at: z.iso.datetime(),
})
export type Notice = z.infer<typeof notice>
