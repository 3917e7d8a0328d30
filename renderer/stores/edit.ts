import { v7 as newId } from 'uuid'
import { create } from 'zustand'
import type { PersonRow } from '../../core/pending-page.ts'
import {
  type PersonChange,
  type PersonField,
  type PersonFields,
  fullName,
  personFields,
} from '../../core/person.ts'
import type { Tap } from '../../core/reader.ts'
import { type CardField, holding, tapped } from './card-field.ts'
import { cardProfileNow, freshCard } from './card-profile.ts'
import { type Values, fieldsOf } from './form-rules.ts'
import { type FormState, blankForm, withCard, withValue } from './form-state.ts'
import { withSurfaceOf } from './form-surface.ts'
import type { Moving } from './moving.ts'
import { tidied } from './tidy.ts'

/** A user who is being edited: as they were when it began, and the form over them. */
export type Edit = { readonly row: PersonRow; readonly form: FormState }

type Editing = {
  readonly edit: Edit | null
  /** Who was saved last. */
  readonly saved: string | null
}

export const useEdit = create<Editing>()(() => ({ edit: null, saved: null }))

export function openEdit(row: PersonRow) {
  const { email, cardId, regionId, ...rest } = fieldsOfRow(row)
  const form: FormState = {
    ...blankForm(newId()),
    values: { ...rest, email: email ?? '', regionId: regionId ?? '' },
    card: holding(cardId, freshCard()),
    // It belongs to the card that they have: another card brings another one.
    made: { surface: row.surfaceId, labelFor: null },
  }
  useEdit.setState({ edit: { row, form }, saved: null })
}

/** Whether closing would lose something; what cannot be sent as it stands counts as changed. */
export function isChanged({ row, form }: Edit): boolean {
  const fields = fieldsOf(form.values, form.card)
  return fields === null || Object.keys(changeOf(row, fields)).length > 0
}

export function closeEdit() {
  useEdit.setState({ edit: null })
}

export function setEdited<Field extends keyof Values>(field: Field, value: Values[Field]) {
  changeForm((form) => withValue(form, field, value))
}

export function changeEditedCard(change: (card: CardField) => CardField) {
  changeForm((form) => withCard(form, change(form.card)))
}

export function setEditedMoving(moving: Moving | null) {
  changeForm((form) => ({ ...form, moving }))
}

export function leaveEdited(...fields: readonly PersonField[]) {
  changeForm((form) => ({
    ...form,
    left: new Set([...form.left, ...fields]),
    values: tidied(form.values),
  }))
}

/** Whoever edits a user and taps a card means that card: the old number is on the screen no longer. */
export function tapEdited(tap: Omit<Tap, 'simulated'>) {
  changeForm((form) => {
    const { card, outcome } = tapped(form.card, tap, true)
    const laid = withCard(form, card)
    return outcome === 'filled' ? withSurfaceOf(laid, tap, cardProfileNow()) : laid
  })
}

export function changeForm(change: (form: FormState) => FormState) {
  useEdit.setState(({ edit }) => ({
    edit: edit === null ? null : { ...edit, form: change(edit.form) },
  }))
}

/** Only what differs travels, so that two desks may change different things of one person. */
export function changeOf(row: PersonRow, fields: PersonFields): PersonChange {
  const before = fieldsOfRow(row)
  const differing = personFields.keyof().options.filter((field) => fields[field] !== before[field])
  return Object.fromEntries(differing.map((field) => [field, fields[field]]))
}

export function nameOfRow(row: Pick<PersonRow, 'firstName' | 'lastName' | 'email'>): string {
  return fullName(row) || (row.email ?? '')
}

function fieldsOfRow(row: PersonRow): PersonFields {
  const { email, role, firstName, lastName, organization } = row
  const { additionalInformation, cardId, surfaceId, regionId } = row
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
