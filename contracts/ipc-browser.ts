import { z } from 'zod'
import { sessionView, storeRefusal } from '../core/session.ts'
import { call } from './door.ts'
import { browserCodes, signInCodes } from './sign-in-codes.ts'

const nothing = z.undefined()
const atCloud = z.strictObject({ cloudUrl: z.string().max(2000) })

/** Sign-in with the system's browser, where a cloud has it; nothing of it passes through the window. */
export const browserSignIn = {
  /** `openId` null: the cloud has only passwords, or does not say. */
  waysOfSigningIn: call(
    atCloud,
    z.strictObject({ openId: z.strictObject({ name: z.string() }).nullable() }),
    [],
  ),
  /** Answers when the browser has come back, five minutes at the latest. */
  signInByBrowser: call(atCloud, sessionView, [
    ...signInCodes,
    ...browserCodes,
    ...storeRefusal.options,
  ]),
  /** The one that waits is answered with `browser-cancelled`. */
  cancelBrowser: call(nothing, nothing, []),
}
