import { z } from 'zod'
import { cardUid } from './card-number.ts'
import { role } from './role.ts'

/** Any script; no NUL and no half of a surrogate pair, which no keyboard types and no database keeps. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\0\p{Cs}]*$/u)

/** Accepts international addresses (RFC 6531): one @, a dot in the domain, no spaces or control characters. */
export const email = z
  .string()
  .trim()
  .max(254)
  .regex(
    /^[^\s@\p{Cc}\p{Cs}"(),:;<>[\]\\]+@[^\s@\p{Cc}\p{Cs}"(),:;<>[\]\\.]+(\.[^\s@\p{Cc}\p{Cs}"(),:;<>[\]\\.]+)+$/u,
  )

/** What is printed on a card, or its running label; empty: not given. */
export const surfaceText = text(100)

const shape = {
  /** null: the person is created at once, without an invitation. */
  email: email.nullable(),
  role,
  firstName: text(100),
  lastName: text(100),
  organization: text(200),
  additionalInformation: text(5000),
  /** UID of the card in canonical order, upper-case hexadecimal; null: no card. */
  cardId: cardUid.nullable(),
  surfaceId: surfaceText,
}

const regionId = z.uuid().nullable()

/** What a person types at the desk, and what travels; empty text means "not given". */
export const personFields = z.strictObject({
  ...shape,
  /** Whose Regional Admins see the person, and for one of them what they see. null: of none. */
  regionId: regionId.default(null),
})
export type PersonFields = z.infer<typeof personFields>
export type PersonField = keyof PersonFields

/** Nothing about a person: what fields are left out stand for. */
export const nobody: PersonFields = {
  email: null,
  role: 'user',
  firstName: '',
  lastName: '',
  organization: '',
  additionalInformation: '',
  cardId: null,
  surfaceId: '',
  regionId: null,
}

/** What is left of a card that somebody no longer has: its Surface ID goes with it. */
export const noCard = { cardId: null, surfaceId: '' } as const

/** A change: only the fields that it sets. */
export const personChange = z.strictObject({ ...shape, regionId }).partial()
export type PersonChange = z.infer<typeof personChange>

/** Without an email there must be a name to know the person by. Returns the field at fault, or null. */
export function missingName(fields: Pick<PersonFields, 'email' | 'firstName' | 'lastName'>) {
  const named = fields.firstName !== '' || fields.lastName !== ''
  return fields.email === null && !named ? ('firstName' as const) : null
}

/** An invitation waits for registration, a user has registered or was created without email. */
export const personKind = z.enum(['invitation', 'user'])
export type PersonKind = z.infer<typeof personKind>

export function kindOf(fields: Pick<PersonFields, 'email'>): PersonKind {
  return fields.email === null ? 'user' : 'invitation'
}

/** "First Last", whichever exist; empty when neither does. */
export function fullName(fields: Pick<PersonFields, 'firstName' | 'lastName'>): string {
  return [fields.firstName, fields.lastName].filter((part) => part !== '').join(' ')
}
