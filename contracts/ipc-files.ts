import { z } from 'zod'
import { call } from './door.ts'

/** The window itself may write nothing: what it makes is written where a person says, by main. */
export const files = {
  save: call(
    z.strictObject({
      /** What is suggested; no path. */
      name: z
        .string()
        .max(120)
        .regex(/^[^/\\:*?"<>|\p{Cc}]+\.csv$/u),
      text: z.string().max(50_000_000),
    }),
    z.enum(['saved', 'cancelled']),
    ['not-written'],
  ),
}
