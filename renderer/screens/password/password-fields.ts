import { longestPassword, shortestPassword } from '../../../core/password.ts'
import { t } from '../../messages.ts'

export type PasswordFields = {
  readonly present: string
  readonly other: string
  readonly again: string
}

export const noPasswords: PasswordFields = { present: '', other: '', again: '' }

type Problem = { readonly field: keyof PasswordFields; readonly sentence: string }

/** The first thing that stands in the way of another password, in the order of the form. */
export function passwordProblem({ present, other, again }: PasswordFields): Problem | null {
  if (present === '') return { field: 'present', sentence: t.password.missingPresent }
  if (other.length < shortestPassword) return { field: 'other', sentence: t.password.tooShort }
  if (other.length > longestPassword) return { field: 'other', sentence: t.password.tooLong }
  return again === other ? null : { field: 'again', sentence: t.password.differs }
}
