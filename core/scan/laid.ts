import type { DeskTap } from '../desk-reader.ts'
import type { MetCard } from './scan.ts'

/** A tap as the use cases want it. */
export function laidCard({ uid, atr, source, label }: DeskTap): MetCard {
  return { uid, atr, source: source ?? 'reader', reader: label.slice(0, 200) }
}
