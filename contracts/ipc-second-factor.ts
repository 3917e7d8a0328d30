import { z } from 'zod'
import { secondFactorState } from '../core/second-factor.ts'
import { askingCloud } from './asking-cloud.ts'
import { call } from './door.ts'

const nothing = z.undefined()

/** Kept in the cloud alone. `second-factor-changed`: it is not any more what it was when it was looked at. */
const asking = [
  ...askingCloud,
  'wrong-password',
  'code-wrong',
  'too-many-attempts', // detail.retryInSeconds
  'second-factor-changed',
] as const

const password = z.string().min(1).max(1000)

/** Of an app, or a recovery code. */
export const typedCode = z.string().max(100)

const proof = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('password'), password }),
  z.strictObject({ by: z.literal('code'), code: typedCode }),
])

const recoveryCodes = z.array(z.string())

/** The second factor of whoever works here. */
export const secondFactor = {
  state: call(nothing, secondFactorState, asking),
  /** For an app: as text, and as what it reads from a picture. Nothing counts before it was confirmed. */
  start: call(
    z.strictObject({ password }),
    z.strictObject({ secret: z.string(), uri: z.string() }),
    asking,
  ),
  /** The recovery codes, told only now. */
  confirm: call(z.strictObject({ code: typedCode }), recoveryCodes, asking),
  renewCodes: call(proof, recoveryCodes, asking),
  end: call(proof, nothing, asking),
}
