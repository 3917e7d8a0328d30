import { type CardProfile, surfaceFor } from '../../core/card-profile.ts'
import type { TappedCard } from './card-field.ts'
import { type FormState, withValue } from './form-state.ts'

/** Surface ID follows the card that was laid in, unless a person typed one. */
export function withSurfaceOf(
  form: FormState,
  card: Pick<TappedCard, 'uid' | 'ndefText'>,
  profile: CardProfile,
): FormState {
  if (profile.surface.kind === 'typed' || !isFree(form)) return form
  const surface = surfaceFor(profile, { ...card, nextLabel: null })
  const labelFor = profile.surface.kind === 'label' ? card.uid : null
  return { ...withValue(form, 'surfaceId', surface ?? ''), made: { surface, labelFor } }
}

/** The label that was sought for this card; null when the roll is at its end. */
export function withLabel(form: FormState, uid: string, label: string | null): FormState {
  if (form.made.labelFor !== uid || !isFree(form)) return form
  const made = { surface: label, labelFor: null }
  return { ...withValue(form, 'surfaceId', label ?? ''), made }
}

function isFree({ values, made }: FormState): boolean {
  return values.surfaceId.trim() === '' || values.surfaceId === made.surface
}
