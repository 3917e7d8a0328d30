import type { PersonField } from '../../core/person.ts'
import { t } from '../messages.ts'
import type { Problems } from '../stores/form-rules.ts'
import { type FormState, type Refusal, fieldOfRefusal } from '../stores/form-state.ts'

/** What is said under a field: a refusal at once, a problem of its own once the field was left. */
export function fieldSentence(
  form: FormState,
  problems: Problems,
  field: PersonField,
): string | undefined {
  if (form.refusal !== null && fieldOfRefusal(form.refusal) === field) {
    return refusalSentence(form.refusal)
  }
  const problem = problems[field]
  if (problem === undefined) return undefined
  // A tapped number is whole; a typed one may still be growing.
  const whole = field === 'cardId' && form.card.tappedFrom !== null
  if (!whole && !form.left.has(complainsAfter(problem.code, field))) return undefined
  return t.form.problems[problem.code](problem.detail)
}

/** What concerns a form as a whole. */
export function formSentence({ refusal }: FormState): string | undefined {
  return refusal === null || fieldOfRefusal(refusal) !== null ? undefined : refusalSentence(refusal)
}

/** Either name will do, so a missing first name is no fault before the last name was left too. */
function complainsAfter(code: string, field: PersonField): PersonField {
  return code === 'name-missing' ? 'lastName' : field
}

function refusalSentence(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'failure':
      return t.failures[refusal.failure.code](refusal.failure)
    case 'parked':
      return t.attention.reason(refusal.problem)
    case 'saved-before':
      return t.form.savedBefore(refusal.name)
  }
}
