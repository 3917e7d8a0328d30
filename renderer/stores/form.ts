import { v7 as newId } from 'uuid'
import { create } from 'zustand'
import type { ParkedRow } from '../../core/pending-page.ts'
import type { PersonField, PersonFields } from '../../core/person.ts'
import { needsRegion } from '../../core/role.ts'
import type { Tap } from '../../core/reader.ts'
import { cardRefusal } from '../../core/card/warnings.ts'
import { type CardField, type TapOutcome, offerTaken, seenCard, tapped } from './card-field.ts'
import { cardProfileNow } from './card-profile.ts'
import type { Values } from './form-rules.ts'
import { type FormState, blankForm, formFor, withCard, withValue } from './form-state.ts'
import { withSurfaceOf } from './form-surface.ts'
import type { Moving } from './moving.ts'
import { tidied } from './tidy.ts'

/** What surrounds the form: questions that it asks and news that it tells. */
type Around = {
  /** The form asks whether it may be emptied, or filled with a refused operation. */
  readonly asking: { readonly kind: 'discard' } | { readonly kind: 'edit'; row: ParkedRow } | null
  /** `count` grows with every tap, so that the same news twice is news twice. */
  readonly tap: {
    readonly outcome: TapOutcome
    readonly uid: string
    /** The card was asked for its text, and has none. */
    readonly textless: boolean
    readonly count: number
  } | null
  /** What was offered last under the form's op id; null: nothing, or it was accepted. */
  readonly unanswered: PersonFields | null
  /** Forms that wait while another person's turn is, newest first. */
  readonly aside: readonly SetAside[]
  readonly sent: { readonly recordId: string; readonly name: string } | null
  /** Grows whenever the cursor belongs at the start of the form. */
  readonly starts: number
}

/** A form that was begun, as it stood. */
export type SetAside = FormState & Pick<Around, 'unanswered'>

export const useForm = create<FormState & Around>()(() => ({
  ...blankForm(newId()),
  asking: null,
  tap: null,
  unanswered: null,
  aside: [],
  sent: null,
  starts: 0,
}))

export function setValue<Field extends keyof Values>(field: Field, value: Values[Field]) {
  useForm.setState((form) => withValue(form, field, value))
}

/** A region that was chosen for a Regional Admin is meant for nobody else. */
export function setRole(role: Values['role']) {
  useForm.setState((form) => {
    const chosen = withValue(form, 'role', role)
    return role !== '' && needsRegion(role) ? chosen : withValue(chosen, 'regionId', '')
  })
}

export function changeCard(change: (card: CardField) => CardField) {
  useForm.setState((form) => withCard(form, change(form.card)))
}

/** What is left is tidied: pasted spaces are gone before anybody wonders about them. */
export function leave(...fields: readonly PersonField[]) {
  useForm.setState(({ left, values }) => ({
    left: new Set([...left, ...fields]),
    values: tidied(values),
  }))
}

export function tapCard(tap: Omit<Tap, 'simulated'>) {
  useForm.setState((form) => {
    const profile = cardProfileNow()
    const { card, outcome } = tapped(form.card, tap, isUseless(form.card))
    const { uid } = tap
    const isIn = outcome === 'filled' || (outcome === 'same' && form.values.surfaceId === '')
    const laid = withCard(form, card)
    const textless = profile.surface.kind === 'ndef' && tap.ndefText === null
    return {
      ...(isIn ? withSurfaceOf(laid, tap, profile) : laid),
      tap: { outcome, uid, textless, count: (form.tap?.count ?? 0) + 1 },
    }
  })
}

/** What a tap left there and this account hands out never: the next card is the answer to it. */
function isUseless(card: CardField): boolean {
  const seen = card.tappedFrom === null ? null : seenCard(card)
  return seen !== null && cardRefusal(seen, cardProfileNow().policy) !== null
}

export function setMoving(moving: Moving | null) {
  useForm.setState({ moving })
}

export function takeOffer() {
  useForm.setState((form) => {
    const { offer } = form.card
    const laid = withCard(form, offerTaken(form.card))
    return offer === null ? laid : withSurfaceOf(laid, offer, cardProfileNow())
  })
}

export function emptyForm() {
  useForm.setState(({ starts }) => ({
    ...blankForm(newId()),
    asking: null,
    tap: null,
    unanswered: null,
    starts: starts + 1,
  }))
}

export function correct(row: ParkedRow) {
  useForm.setState((form) => ({
    ...formFor(row, newId(), form),
    asking: null,
    unanswered: null,
    sent: null,
    starts: form.starts + 1,
  }))
}

export function goToStart() {
  useForm.setState(({ starts }) => ({ starts: starts + 1 }))
}
