import { z } from 'zod'
import { cardUid } from '../../core/card-number.ts'
import { type CardStep, cardStep } from '../../core/card-step.ts'
import type { OperationMethod } from '../../core/operation.ts'
import {
  type PersonChange,
  type PersonField,
  type PersonFields,
  email as emailAddress,
  personChange,
  personFields,
  surfaceText,
} from '../../core/person.ts'
import { type Right, right } from '../../core/rights.ts'

/** What a person asked for, as it waits in the outbox. */
export type Wish =
  | { readonly method: 'create'; readonly fields: PersonFields }
  | { readonly method: 'update'; readonly set: PersonChange }
  | { readonly method: 'delete' }
  | GrantWish
  /** `email` null: to the address it has. */
  | { readonly method: 'resend'; readonly email: string | null }
  | MoveWish
  | StepWish

export type GrantWish = {
  readonly method: 'grant'
  readonly addGroups: readonly string[]
  readonly addRights: readonly Right[]
}

/** `fromRecordId` loses the card, with its Surface ID. */
export type MoveWish = {
  readonly method: 'move-card'
  readonly fromRecordId: string
  readonly cardId: string
  readonly surfaceId: string
}

/** What happens to the cards of its own record. */
export type StepWish = { readonly method: 'card'; readonly step: CardStep }

const move = z.strictObject({
  fromRecordId: z.uuid(),
  cardId: cardUid,
  surfaceId: surfaceText,
})
const grant = z.strictObject({ addGroups: z.array(z.uuid()), addRights: z.array(right) })
const stepped = z.strictObject({ step: cardStep })
const resend = z.strictObject({ email: emailAddress.nullable() })

/** null: written by a version that knew more, or damaged. Such a row is parked and shown, never dropped. */
export function readWish(method: OperationMethod, text: string): Wish | null {
  switch (method) {
    case 'create': {
      const fields = parseJson(personFields, text)
      return fields === null ? null : { method, fields }
    }
    case 'update': {
      const set = parseJson(personChange, text)
      return set === null ? null : { method, set }
    }
    case 'delete':
      return { method }
    case 'grant': {
      const more = parseJson(grant, text)
      return more === null ? null : { method, ...more }
    }
    case 'resend': {
      const to = parseJson(resend, text)
      return to === null ? null : { method, ...to }
    }
    case 'move-card': {
      const moved = parseJson(move, text)
      return moved === null ? null : { method, ...moved }
    }
    case 'card': {
      const done = parseJson(stepped, text)
      return done === null ? null : { method, ...done }
    }
  }
}

export function wishText(wish: Wish): string {
  if (wish.method === 'create') return JSON.stringify(fieldsAsSent(wish.fields))
  if (wish.method === 'update') return JSON.stringify(wish.set)
  const { method: _, ...more } = wish
  return JSON.stringify(more)
}

/** Clouds that know of no regions take no more than they know. */
export function fieldsAsSent({ regionId, ...others }: PersonFields): object {
  return regionId === null ? others : { ...others, regionId }
}

/** Which of them it may have changed, so that a later wish takes their new values for its own. */
export function fieldsTouchedBy(wish: Wish): readonly PersonField[] {
  return wish.method === 'card' ? ['cardId', 'surfaceId'] : setFields(fieldsSetBy(wish))
}

/** The fields of its own record that it gives other values to, apart from a creation. */
export function fieldsSetBy(wish: Wish): PersonChange {
  if (wish.method === 'update') return wish.set
  if (wish.method === 'move-card') return { cardId: wish.cardId, surfaceId: wish.surfaceId }
  return wish.method === 'resend' && wish.email !== null ? { email: wish.email } : {}
}

/** Who loses the card of a move. */
export function giverIn(wish: Wish): string | null {
  return wish.method === 'move-card' ? wish.fromRecordId : null
}

/** Only the fields of a person: a record's state has more. */
export function fieldsOf(state: PersonFields): PersonFields {
  const { email, role, firstName, lastName } = state
  const { organization, additionalInformation, cardId, surfaceId, regionId } = state
  return {
    email,
    role,
    firstName,
    lastName,
    organization,
    additionalInformation,
    cardId,
    surfaceId,
    regionId,
  }
}

/** Fields with a change on top; a field given as `undefined` sets nothing. */
export function withChange(fields: PersonFields, set: PersonChange): PersonFields {
  const given = Object.entries(set).filter(([, value]) => value !== undefined)
  return { ...fields, ...Object.fromEntries(given) }
}

export function differences(from: PersonFields, to: PersonFields): PersonChange {
  const changed = allFields.filter((field) => from[field] !== to[field])
  return Object.fromEntries(changed.map((field) => [field, to[field]]))
}

export function setFields(set: PersonChange): readonly PersonField[] {
  return allFields.filter((field) => set[field] !== undefined)
}

/** null for text that is no JSON or has another shape. */
export function parseJson<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const allFields: readonly PersonField[] = personFields.keyof().options
