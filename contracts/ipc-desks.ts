import { z } from 'zod'
import { storeRefusal } from '../core/session.ts'
import { memberDesk, signInId, signedInDesk } from '../core/signed-in-desk.ts'
import { call } from './door.ts'

const nothing = z.undefined()

/** Kept in the cloud alone: there is nothing to read or end without it. */
const asking = [
  'signed-out',
  'cloud-away',
  'sign-in-needed',
  'cloud-trouble',
  ...storeRefusal.options,
] as const

/** Where people are signed in. What has ended already counts as ended. */
export const desks = {
  /** The person's own. */
  own: call(nothing, z.array(signedInDesk), asking),
  /** `id` null: all but this one. */
  revoke: call(z.strictObject({ id: signInId.nullable() }), nothing, asking),
  /** Of the members of the account. */
  members: call(nothing, z.array(memberDesk), [...asking, 'desks-not-allowed']),
  revokeMember: call(z.strictObject({ personId: z.uuid(), id: signInId }), nothing, [
    ...asking,
    'desks-not-allowed',
  ]),
}
