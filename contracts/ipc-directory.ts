import { z } from 'zod'
import { cardUid } from '../core/card-number.ts'
import { cardProfile } from '../core/card-profile.ts'
import { directory as known } from '../core/directory.ts'
import { storeRefusal } from '../core/session.ts'
import { askingCloud } from './asking-cloud.ts'
import { call, event } from './door.ts'

const nothing = z.undefined()
const reading = ['signed-out', ...storeRefusal.options] as const

/** What an account's people are given access by, and how its cards are written. */
export const directory = {
  /** Groups, resources, schedules and the card profile as last pulled. */
  get: call(nothing, known, reading),
  /** For all desks of the account; only with a cloud in reach. `ifVersion`: of the directory it was made from. */
  setCardProfile: call(z.strictObject({ ifVersion: z.int().min(0), cardProfile }), nothing, [
    ...askingCloud,
    'profile-not-allowed',
    'profile-changed', // somebody else changed it, or what access can be given to
  ]),
  /**
   * Of this card: what a quick scan had written on it, or the next one of the roll that the card profile
   * names; null without either, or at the roll's end.
   */
  labelFor: call(z.strictObject({ uid: cardUid }), z.string().nullable(), reading),
  changed: event(nothing),
}
