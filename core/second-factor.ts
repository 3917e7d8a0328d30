import { z } from 'zod'

/** How many recovery codes somebody is given at a time. */
export const recoveryCodeCount = 10

/** Letters and digits that cannot be mistaken for each other (Crockford's base 32). */
export const recoveryLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 60 bits: too many to guess, few enough to type. */
export const recoveryLength = 12

export const secondFactorState = z.strictObject({
  on: z.boolean(),
  /** Since when; null: it is off. */
  since: z.iso.datetime().nullable(),
  /** How many are left. */
  recoveryCodes: z.int().min(0),
})
export type SecondFactorState = z.infer<typeof secondFactorState>

/** What somebody has given as their second factor, however they typed it. */
export type TypedCode =
  | { readonly kind: 'app'; readonly digits: string }
  | { readonly kind: 'recovery'; readonly letters: string }

/** null: it is neither a code of an app nor a recovery code. */
export function readCode(typed: string): TypedCode | null {
  const text = typed.replace(/[\s-]/g, '').toUpperCase()
  if (/^\d{6}$/.test(text)) return { kind: 'app', digits: text }
  const letters = text.replaceAll('O', '0').replace(/[IL]/g, '1')
  const fits = new RegExp(`^[${recoveryLetters}]{${recoveryLength}}$`).test(letters)
  return fits ? { kind: 'recovery', letters } : null
}

/** `ABCDEFGHJKMN` as it is shown: `ABCD-EFGH-JKMN`. */
export function inGroups(letters: string, size = 4, between = '-'): string {
  return (letters.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(between)
}
