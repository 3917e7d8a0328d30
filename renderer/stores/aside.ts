import { v7 as newId } from 'uuid'
import { mostAside } from '../../core/draft.ts'
import { fullName } from '../../core/person.ts'
import { type TappedCard, offerLeft } from './card-field.ts'
import { type FormState, blankForm, isBlank } from './form-state.ts'
import { type SetAside, useForm } from './form.ts'
import { withLaid } from './laid-card.ts'

/** Whether the form can be left for another person without losing anything. */
export function mayBeginAnother(form: FormState & { readonly aside: readonly SetAside[] }) {
  return !form.sending && (isEmpty(form) || form.aside.length < mostAside)
}

/** A form for somebody new with this card; what was begun for another person is set aside. */
export function beginWith(card: TappedCard) {
  useForm.setState((form) => {
    if (!mayBeginAnother(form)) return form
    const begun = withLaid(blankForm(newId()), card)
    const { uid } = card
    const count = (form.tap?.count ?? 0) + 1
    return {
      ...begun,
      asking: null,
      unanswered: null,
      tap: { outcome: 'filled', uid, textless: false, count },
      aside: withPresent(form),
      starts: form.starts + 1,
    }
  })
}

/** Goes on with a form that was set aside, and sets the present one aside in its place. */
export function takeUp(opId: string) {
  useForm.setState((form) => {
    const one = form.aside.find((each) => each.opId === opId)
    if (one === undefined || form.sending) return form
    const aside = withPresent(form).filter((each) => each !== one)
    return { ...one, asking: null, tap: null, aside, starts: form.starts + 1 }
  })
}

/** By what it is known while it waits: a name, or else an email or a card; empty: nothing yet. */
export function nameOfAside({ values, card }: Pick<FormState, 'values' | 'card'>): string {
  return fullName(values) || values.email.trim() || card.text
}

function withPresent(form: ReturnType<typeof useForm.getState>): readonly SetAside[] {
  const { aside, asking: _asking, tap: _tap, sent: _sent, starts: _starts, ...present } = form
  if (isEmpty(present)) return aside
  return [{ ...present, card: offerLeft(present.card) }, ...aside]
}

const isEmpty = (form: FormState) => isBlank(form) && form.correcting === null
