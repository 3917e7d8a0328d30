import type { Failure } from '../../contracts/result.ts'
import type { ParkedProblem } from '../../core/operation.ts'
import type { ParkedRow } from '../../core/pending-page.ts'
import { type PersonField, fullName } from '../../core/person.ts'
import type { FailureCode } from '../messages/failure-code.ts'
import { type CardField, holding, isSameCard } from './card-field.ts'
import { freshCard } from './card-profile.ts'
import type { Values } from './form-rules.ts'
import type { Moving } from './moving.ts'
import { type Surface, nothingMade, withoutItsCard } from './surface.ts'

/** Why the last Send was not accepted, until the field at fault is changed. */
export type Refusal =
  | { readonly kind: 'failure'; readonly failure: Failure<FailureCode> }
  | { readonly kind: 'parked'; readonly problem: ParkedProblem }
  /** An earlier attempt was saved although its answer was lost; what was changed since was not. */
  | { readonly kind: 'saved-before'; readonly name: string }

export type FormState = {
  /** Minted when the form opens: pressing Send twice is one invitation. */
  readonly opId: string
  /** The refused operation that this form sends again. */
  readonly correcting: {
    readonly opId: string
    readonly recordId: string
    readonly name: string
  } | null
  readonly values: Values
  readonly card: CardField
  /** Of Surface ID. */
  readonly made: Surface['made']
  /** Fields that were left once; only those complain. */
  readonly left: ReadonlySet<PersonField>
  readonly refusal: Refusal | null
  readonly sending: boolean
  /** The card is taken from somebody who holds it. */
  readonly moving: Moving | null
}

export function blankForm(opId: string): FormState {
  return {
    opId,
    correcting: null,
    values: {
      email: '',
      role: '',
      firstName: '',
      lastName: '',
      organization: '',
      additionalInformation: '',
      surfaceId: '',
      regionId: '',
    },
    card: freshCard(),
    made: nothingMade,
    left: new Set(),
    refusal: null,
    sending: false,
    moving: null,
  }
}

/** A refused operation, ready to be corrected; its reason stands at the field it is about. */
export function formFor(row: ParkedRow, opId: string, form: FormState): FormState {
  const { cardId, email, regionId, ...rest } = row.fields
  return {
    ...blankForm(opId),
    correcting: { opId: row.opId, recordId: row.recordId, name: fullName(rest) || email || '' },
    values: { ...rest, email: email ?? '', regionId: regionId ?? '' },
    card: holding(cardId, form.card),
    refusal: { kind: 'parked', problem: row.problem },
  }
}

export function isBlank({ values, card }: Pick<FormState, 'values' | 'card'>): boolean {
  return card.text === '' && Object.values(values).every((value) => value === '')
}

export function withValue<Field extends keyof Values>(
  form: FormState,
  field: Field,
  value: Values[Field],
): FormState {
  return { ...form, values: { ...form.values, [field]: value }, refusal: refusalAfter(form, field) }
}

/** Surface ID that a tap filled goes with its card. */
export function withCard(form: FormState, card: CardField): FormState {
  const changed = card.text !== form.card.text
  const isSame = isSameCard(card, form.card)
  const refusal = changed ? refusalAfter(form, 'cardId') : form.refusal
  const next = { ...form, card, moving: isSame ? form.moving : null, refusal }
  return isSame ? next : withSurface(next, withoutItsCard(surfaceIn(next)))
}

export function surfaceIn({ values, made }: FormState): Surface {
  return { text: values.surfaceId, made }
}

export function withSurface(form: FormState, { text, made }: Surface): FormState {
  const filled = text === form.values.surfaceId ? form : withValue(form, 'surfaceId', text)
  return { ...filled, made }
}

export function fieldOfRefusal(refusal: Refusal): PersonField | null {
  switch (refusal.kind) {
    case 'failure':
      return fieldOfFailure(refusal.failure)
    case 'parked':
      return fieldOfProblem(refusal.problem)
    case 'saved-before':
      return null
  }
}

function refusalAfter(form: FormState, changed: PersonField): Refusal | null {
  const { refusal } = form
  if (refusal === null) return null
  const field = fieldOfRefusal(refusal)
  return field === null || field === changed ? null : refusal
}

const fieldOfCode: Partial<Record<FailureCode, PersonField>> = {
  'name-missing': 'firstName',
  'role-not-allowed': 'role',
  'region-missing': 'regionId',
  'email-not-allowed': 'email',
  'card-missing': 'cardId',
  'card-random': 'cardId',
  'card-partial': 'cardId',
}

const fields: ReadonlySet<string> = new Set<PersonField>([
  'email',
  'role',
  'firstName',
  'lastName',
  'organization',
  'additionalInformation',
  'cardId',
  'surfaceId',
  'regionId',
])

function isField(name: string | undefined): name is PersonField {
  return name !== undefined && fields.has(name)
}

/** A schema names a field by its path, "fields.email". */
function fieldOfFailure({ code, field }: Failure<FailureCode>): PersonField | null {
  const last = field?.split('.').at(-1)
  return isField(last) ? last : (fieldOfCode[code] ?? null)
}

function fieldOfProblem(problem: ParkedProblem): PersonField | null {
  switch (problem.code) {
    case 'card.taken':
    case 'card.required':
    case 'card.refused':
    case 'card.step':
      return 'cardId'
    case 'email.taken':
    case 'email.forbidden':
    case 'email.other-role':
      return 'email'
    case 'role.forbidden':
      return 'role'
    case 'region.required':
    case 'region.gone':
    case 'region.forbidden':
      return 'regionId'
    case 'schema': {
      const last = problem.field.split('.').at(-1)
      return isField(last) ? last : null
    }
    case 'key.reuse':
    case 'stale':
    case 'gone':
    case 'registered':
    case 'group.gone':
    case 'resource.gone':
    case 'schedule.gone':
    case 'forbidden':
    case 'conflict.field':
    case 'restored':
    case 'client.bug':
      return null
  }
}
