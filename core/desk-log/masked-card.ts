import { z } from 'zod'
import type { CardUid } from '../card-number.ts'

/** All that a log may say of a card: four dots and the last four hexadecimal digits of its UID. */
export const maskedCard = z.string().regex(/^••••[0-9A-F]{4}$/)
export type MaskedCard = z.infer<typeof maskedCard>

/** A UID in canonical order; the shortest has six digits, so that two at least stay hidden. */
export function maskCard(uid: CardUid): MaskedCard {
  return `••••${uid.slice(-4)}`
}
