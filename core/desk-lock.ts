import { z } from 'zod'

/** Minutes without anybody at the desk after which it locks itself; 0: never. */
export const idleMinutes = z.union([
  z.literal(0),
  z.literal(1),
  z.literal(2),
  z.literal(5),
  z.literal(10),
  z.literal(15),
  z.literal(30),
])
export type IdleMinutes = z.infer<typeof idleMinutes>

/** Whether a desk would lock itself later than it does now, or not at all. */
export function isLaxer(wanted: IdleMinutes, now: IdleMinutes): boolean {
  const minutes = (idle: IdleMinutes) => (idle === 0 ? Number.POSITIVE_INFINITY : idle)
  return minutes(wanted) > minutes(now)
}

export const pin = z.string().regex(/^[0-9]{4,12}$/)

export const lockSettings = z.strictObject({
  /** Without a PIN this desk is not locked by anything. */
  pin: z.boolean(),
  idleMinutes,
  /** The present PIN is asked for before another is set, or the desk is to lock itself later. */
  asksPresent: z.boolean(),
})
export type LockSettings = z.infer<typeof lockSettings>

/** Guesses before anybody has to wait; people slip. */
const freeFailures = 2
const firstWaitMs = 5_000
const longestWaitMs = 15 * 60_000

/** Milliseconds to wait after so many wrong PINs in a row: 5 s after the third, doubling to 15 min. */
export function waitAfter(failures: number): number {
  if (failures <= freeFailures) return 0
  return Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - freeFailures - 1))
}

/** What everybody tries first: one digit again and again, or digits in a row up or down. */
export function isTooSimple(digits: string): boolean {
  const steps = new Set(
    Array.from(digits.slice(1), (digit, at) => Number(digit) - Number(digits[at])),
  )
  const [step] = steps
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1
}
