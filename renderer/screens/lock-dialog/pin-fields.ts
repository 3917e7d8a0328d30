import { isTooSimple, pin } from '../../../core/desk-lock.ts'
import { t } from '../../messages.ts'

export type PinFields = {
  readonly present: string
  readonly pin: string
  readonly again: string
}

export const noPins: PinFields = { present: '', pin: '', again: '' }

type Problem = { readonly field: keyof PinFields; readonly sentence: string }

/** The first thing that stands in the way of another PIN, in the order of the form. */
export function pinProblem(fields: PinFields, asksPresent: boolean): Problem | null {
  const problems: readonly (Problem | null)[] = [
    presentProblem(fields, asksPresent),
    isPin(fields.pin) ? null : { field: 'pin', sentence: t.lock.missingPin },
    isTooSimple(fields.pin) ? { field: 'pin', sentence: t.failures['pin-too-simple']() } : null,
    fields.again === fields.pin ? null : { field: 'again', sentence: t.lock.differs },
  ]
  return problems.find((problem) => problem !== null) ?? null
}

export function presentProblem({ present }: PinFields, isAsked: boolean): Problem | null {
  return isAsked && !isPin(present) ? { field: 'present', sentence: t.lock.missingPresent } : null
}

function isPin(text: string): boolean {
  return pin.safeParse(text).success
}
