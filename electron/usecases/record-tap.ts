import type { Tap } from '../../core/reader.ts'

/** A card was presented: the window is told, and nothing else happens until a person sends. */
export function createRecordTap(deps: { readonly tell: (tap: Tap) => void }): (tap: Tap) => void {
  return (tap) => deps.tell(tap)
}
