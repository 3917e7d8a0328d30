import { z } from 'zod'
import { type OperationMethod, type ParkedProblem, operationMethod } from './operation.ts'
import { mayDo } from './policy.ts'
import { type Role, mayInviteByEmail } from './role.ts'

/** What somebody at this computer may not do and leaves to a colleague. */
export const handOver = z.strictObject({
  opId: z.uuid(),
  /** Whom it is about. */
  name: z.string(),
  method: operationMethod,
  /** Whose it was. */
  from: z.string(),
  at: z.iso.datetime(),
  /** Seen by whoever handed it over. */
  own: z.boolean(),
  state: z.enum(['waiting', 'taken', 'dropped']),
  /** Who took or dropped it. */
  by: z.string().nullable(),
})
export type HandOver = z.infer<typeof handOver>

/** Whether another person's powers could help. */
export function isHandable({ code }: ParkedProblem): boolean {
  return (
    code === 'forbidden' ||
    code === 'role.forbidden' ||
    code === 'region.forbidden' ||
    code === 'email.forbidden' ||
    code === 'card.required'
  )
}

/** Whether it is offered to somebody with this role: an Installer's own powers are what it failed for. */
export function mayTakeOver(by: Role, method: OperationMethod): boolean {
  return mayInviteByEmail(by) && mayDo(by, method)
}
