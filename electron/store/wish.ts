import type { z } from 'zod'
import type { OperationMethod } from '../../core/operation.ts'
import {
  type PersonChange,
  type PersonField,
  type PersonFields,
  personChange,
  personFields,
} from '../../core/person.ts'

/** What a person asked for, as it waits in the outbox. */
export type Wish =
  | { readonly method: 'create'; readonly fields: PersonFields }
  | { readonly method: 'update'; readonly set: PersonChange }
  | { readonly method: 'delete' }

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
    case 'grant':
    case 'resend':
      return null
  }
}

export function wishText(wish: Wish): string {
  if (wish.method === 'delete') return '{}'
  return JSON.stringify(wish.method === 'create' ? wish.fields : wish.set)
}

/** Only the fields of a person: a record's state has more. */
export function fieldsOf(state: PersonFields): PersonFields {
  const { email, role, firstName, lastName } = state
  const { organization, additionalInformation, cardId, surfaceId } = state
  return {
    email,
    role,
    firstName,
    lastName,
    organization,
    additionalInformation,
    cardId,
    surfaceId,
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
