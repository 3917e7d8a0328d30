import type { Draft } from '../../core/draft.ts'
import { byteLength, parseCardText } from '../../core/card-number.ts'
import { type CardField, emptyCard, holding } from './card-field.ts'
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

/** A decimal alone forgets leading zero bytes: where they are known it is kept as hexadecimal, with `0x`. */
function keptText({ text, base, length }: CardField): string {
  if (base !== 'decimal' || length === null) return text
  const uid = parseCardText(text, base, length)
  return uid.ok ? `0x${uid.value}` : text
}

function cardOf(text: string, base: CardField['base']): CardField {
  const uid = parseCardText(text, 'hex')
  if (base === 'decimal' && text.startsWith('0x') && uid.ok) return holding(uid.value, base)
  return {
    ...emptyCard,
    base,
    text,
    length: base === 'hex' && uid.ok ? byteLength(uid.value) : null,
  }
}
