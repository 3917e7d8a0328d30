import { type CardPolicy, cardRefusal } from '../../core/card/warnings.ts'
import type { Directory } from '../../core/directory.ts'
import type { CardTextCode } from '../../core/card-number.ts'
import {
  type PersonField,
  type PersonFields,
  missingName,
  personFields,
} from '../../core/person.ts'
import { type Role, mayChooseRegion, mayInviteByEmail, needsRegion } from '../../core/role.ts'
import { type CardField, seenCard, uidOf } from './card-field.ts'
import { tidied, tidyEmail } from './tidy.ts'

/** What is typed; the card has a state of its own. */
export type Values = {
  readonly [Field in Exclude<PersonField, 'cardId' | 'role'>]: string
} & { readonly role: Role | '' }

export type ProblemCode =
  | Exclude<CardTextCode, 'empty'>
  | 'email-shape'
  | 'too-long-text'
  | 'role-missing'
  | 'region-missing'
  | 'region-none'
  | 'name-missing'
  | 'card-missing'
  | 'card-random'
  | 'card-partial'

export type ProblemDetail = {
  readonly max?: number
  readonly digits?: number
  readonly bytes?: number
}

export type Problem = { readonly code: ProblemCode; readonly detail: ProblemDetail }
export type Problems = Partial<Record<PersonField, Problem>>

const texts = [
  'firstName',
  'lastName',
  'organization',
  'additionalInformation',
  'surfaceId',
] as const

/** Who sends, and into which account. */
export type Sender = {
  readonly by: Role
  readonly policy: CardPolicy
  /** Absent: its cloud knows of none. */
  readonly regions?: Directory['regions']
}

/** Everything that is wrong with the form as it stands, by field. */
export function problemsOf(typed: Values, card: CardField, sender: Sender): Problems {
  const { by, policy } = sender
  const problems: Problems = {}
  const values = tidied(typed)
  const email = emailOf(values)
  if (email !== null && !personFields.shape.email.safeParse(email).success) {
    problems.email = { code: 'email-shape', detail: {} }
  }
  if (values.role === '') problems.role = { code: 'role-missing', detail: {} }
  const region = problemOfRegion(values, sender)
  if (region !== null) problems.regionId = region
  for (const field of texts) {
    const max = personFields.shape[field].maxLength
    if (max !== null && values[field].length > max) {
      problems[field] = { code: 'too-long-text', detail: { max } }
    }
  }
  const nameless = missingName({ ...values, email })
  if (nameless !== null) problems[nameless] ??= { code: 'name-missing', detail: {} }
  const cardProblem = problemOfCard(card, by, policy)
  if (cardProblem !== null) problems.cardId = cardProblem
  return problems
}

/** What travels, once nothing is wrong; null while something is. */
export function fieldsOf(values: Values, card: CardField): PersonFields | null {
  const uid = uidOf(card)
  if (!uid.ok && uid.code !== 'empty') return null
  const parsed = personFields.safeParse({
    ...tidied(values),
    email: emailOf(values),
    cardId: uid.ok ? uid.value : null,
    regionId: values.regionId === '' ? null : values.regionId,
  })
  return parsed.success ? parsed.data : null
}

/** Null when there is none: then the person is created at once, without an invitation. */
export function emailOf(values: Pick<Values, 'email'>): string | null {
  const email = tidyEmail(values.email)
  return email === '' ? null : email
}

/** Whether a region is asked for at all: of whom, and by whom. */
export function asksRegion({ role }: Pick<Values, 'role'>, { by, regions }: Sender): boolean {
  return role !== '' && needsRegion(role) && mayChooseRegion(by) && regions !== undefined
}

function problemOfRegion(values: Values, sender: Sender): Problem | null {
  if (values.regionId !== '' || !asksRegion(values, sender)) return null
  return { code: sender.regions?.length === 0 ? 'region-none' : 'region-missing', detail: {} }
}

function problemOfCard(card: CardField, by: Role, policy: CardPolicy): Problem | null {
  const seen = seenCard(card)
  const refused = seen === null ? null : cardRefusal(seen, policy)
  if (refused !== null) return { code: `card-${refused}`, detail: {} }
  const uid = uidOf(card)
  if (uid.ok) return null
  if (uid.code !== 'empty') return { code: uid.code, detail: { ...uid.detail } }
  return mayInviteByEmail(by) ? null : { code: 'card-missing', detail: {} }
}
