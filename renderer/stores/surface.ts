import { type CardProfile, surfaceFor } from '../../core/card-profile.ts'
import type { TappedCard } from './card-field.ts'

/** The Surface ID field, and what of it came with a card. */
export type Surface = {
  readonly text: string
  /** As a tap filled it, and the card whose label is being sought. */
  readonly made: { readonly surface: string | null; readonly labelFor: string | null }
}

export const nothingMade: Surface['made'] = { surface: null, labelFor: null }
export const emptySurface: Surface = { text: '', made: nothingMade }

/** It follows the card that was laid in, unless a person typed one. */
export function afterTap(
  now: Surface,
  card: Pick<TappedCard, 'uid' | 'ndefText'>,
  profile: CardProfile,
): Surface {
  if (!isFree(now)) return now
  const surface = surfaceFor(profile, { ...card, nextLabel: null })
  return { text: surface ?? '', made: { surface, labelFor: card.uid } }
}

/** The label that was sought for this card; null when there is none. */
export function withLabelFound(now: Surface, uid: string, label: string | null): Surface {
  if (now.made.labelFor !== uid || !isFree(now)) return now
  const surface = label ?? now.made.surface
  return { text: surface ?? '', made: { surface, labelFor: null } }
}

/** What came with a card goes with it. */
export function withoutItsCard({ text, made }: Surface): Surface {
  return { text: text === made.surface ? '' : text, made: nothingMade }
}

function isFree({ text, made }: Surface): boolean {
  return text.trim() === '' || text === made.surface
}
