import { z } from 'zod'
import { memberDesk, signInId, signedInDesk } from '../core/signed-in-desk.ts'
import { askingCloud } from './asking-cloud.ts'
import { call } from './door.ts'

const nothing = z.undefined()

/** Where people are signed in: kept in the cloud alone. What has ended already counts as ended. */
export const desks = {
  /** The person's own. */
  own: call(nothing, z.array(signedInDesk), askingCloud),
  /** `id` null: all but this one. */
  revoke: call(z.strictObject({ id: signInId.nullable() }), nothing, askingCloud),
  /** Of the members of the account. */
  members: call(nothing, z.array(memberDesk), [...askingCloud, 'desks-not-allowed']),
  revokeMember: call(z.strictObject({ personId: z.uuid(), id: signInId }), nothing, [
    ...askingCloud,
    'desks-not-allowed',
  ]),
}
