import { longestPassword, shortestPassword } from '../../core/password.ts'
import { personFields } from '../../core/person.ts'

export type RegistrationForm = {
  readonly firstName: string
  readonly lastName: string
  readonly password: string
}

/** Which field is at fault, and how; in the order of the page. */
export type FormProblem = {
  readonly field: 'firstName' | 'lastName' | 'password' | 'repeated'
  readonly problem: 'missing' | 'too-long' | 'too-short' | 'different'
}

const name = personFields.shape.firstName

/** What a person filled in, and everything that is wrong with it. Passwords are taken as they are. */
export function readForm(body: URLSearchParams): {
  readonly form: RegistrationForm
  readonly problems: readonly FormProblem[]
} {
  const { password, ...chosen } = readPassword(body)
  const firstName = (body.get('firstName') ?? '').trim()
  const lastName = (body.get('lastName') ?? '').trim()
  const problems: FormProblem[] = []
  if (firstName === '' && lastName === '') problems.push({ field: 'firstName', problem: 'missing' })
  if (!name.safeParse(firstName).success) problems.push({ field: 'firstName', problem: 'too-long' })
  if (!name.safeParse(lastName).success) problems.push({ field: 'lastName', problem: 'too-long' })
  return { form: { firstName, lastName, password }, problems: [...problems, ...chosen.problems] }
}

/** A password and the same once more. */
export function readPassword(body: URLSearchParams): {
  readonly password: string
  readonly problems: readonly FormProblem[]
} {
  const password = body.get('password') ?? ''
  const found = (field: FormProblem['field'], problem: FormProblem['problem']) => ({
    password,
    problems: [{ field, problem }],
  })
  if (password === '') return found('password', 'missing')
  if (password.length < shortestPassword) return found('password', 'too-short')
  if (password.length > longestPassword) return found('password', 'too-long')
  if (password !== body.get('repeated')) return found('repeated', 'different')
  return { password, problems: [] }
}
