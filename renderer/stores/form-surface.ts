import type { CardProfile } from '../../core/card-profile.ts'
import type { TappedCard } from './card-field.ts'
import { type FormState, surfaceIn, withSurface } from './form-state.ts'
import { afterTap, withLabelFound } from './surface.ts'

export function withSurfaceOf(
  form: FormState,
  card: Pick<TappedCard, 'uid' | 'ndefText'>,
  profile: CardProfile,
): FormState {
  return withSurface(form, afterTap(surfaceIn(form), card, profile))
}

export function withLabel(form: FormState, uid: string, label: string | null): FormState {
  return withSurface(form, withLabelFound(surfaceIn(form), uid, label))
}
