import type { LooseCard } from '../../core/scan/scan.ts'
import { type TappedCard, tapped } from './card-field.ts'
import { cardProfileNow } from './card-profile.ts'
import { type FormState, withCard } from './form-state.ts'
import { withSurfaceOf } from './form-surface.ts'

/** As if it was laid down now; what text it holds is not kept. */
export function tappedOf({ uid, atr, reader, readBy }: LooseCard): TappedCard {
  return { uid, atr, reader, source: readBy, ndefText: null }
}

/** With this card and what belongs to it, whatever was there. */
export function withLaid(form: FormState, card: TappedCard): FormState {
  const laid = withCard(form, tapped(form.card, card, true).card)
  return withSurfaceOf(laid, card, cardProfileNow())
}
