import { shortestPassword } from '../password.ts'
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

const longestPassword = 1000
const name = personFields.shape.firstName

/** What a person filled in, and everything that is wrong with it. Passwords are taken as they are. */
export function readForm(body: URLSearchParams): {
  readonly form: RegistrationForm
  readonly problems: readonly FormProblem[]
} {
  const password = body.get('password') ?? ''
  const firstName = (body.get('firstName') ?? '').trim()
  const lastName = (body.get('lastName') ?? '').trim()
  const problems: FormProblem[] = []
  if (firstName === '' && lastName === '') problems.push({ field: 'firstName', problem: 'missing' })
  if (!name.safeParse(firstName).success) problems.push({ field: 'firstName', problem: 'too-long' })
  if (!name.safeParse(lastName).success) problems.push({ field: 'lastName', problem: 'too-long' })
  if (password.length < shortestPassword) {
    problems.push({ field: 'password', problem: password === '' ? 'missing' : 'too-short' })
  } else if (password.length > longestPassword) {
    problems.push({ field: 'password', problem: 'too-long' })
  } else if (password !== body.get('repeated')) {
    problems.push({ field: 'repeated', problem: 'different' })
  }
  return { form: { firstName, lastName, password }, problems }
}
