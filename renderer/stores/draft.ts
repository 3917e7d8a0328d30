import type { Draft } from '../../core/draft.ts'
import { type CardBase, byteLength, parseCardText } from '../../core/card-number.ts'
import { type CardField, holding, uidOf } from './card-field.ts'
import { freshCard } from './card-profile.ts'
import { type FormState, blankForm, isBlank } from './form-state.ts'

/** The form as it is kept against a crash; null: there is nothing to keep. */
export function draftOf({ opId, values, card, correcting }: FormState): Draft | null {
  // What is corrected waits under "Needs attention" anyway, and must not come back as a new person.
  if (correcting !== null || isBlank({ values, card })) return null
  return {
    opId,
    ...values,
    role: values.role === '' ? null : values.role,
    cardText: keptText(card),
    decimal: card.base === 'decimal',
  }
}

export function formOfDraft(draft: Draft): FormState {
  const { opId, role, cardText, decimal, ...rest } = draft
  const base = decimal ? 'decimal' : 'hex'
  return {
    ...blankForm(opId),
    values: { ...rest, role: role ?? '' },
    card: cardOf(cardText, base),
  }
}

/**
 * A decimal alone forgets leading zero bytes, and a way of writing may change meanwhile: where the card is
 * known it is kept as hexadecimal in its own order, with `0x`.
 */
function keptText(card: CardField): string {
  const isPlain = card.base === 'hex' && card.style.order === 'card'
  if (isPlain || (card.base === 'decimal' && card.length === null)) return card.text
  const uid = uidOf(card)
  return uid.ok ? `0x${uid.value}` : card.text
}

function cardOf(text: string, base: CardBase): CardField {
  const fresh = { ...freshCard(), base }
  const uid = parseCardText(text, 'hex')
  if (text.startsWith('0x') && uid.ok) return holding(uid.value, fresh)
  return {
    ...fresh,
    text,
    length: base === 'hex' && uid.ok ? byteLength(uid.value) : null,
  }
}
