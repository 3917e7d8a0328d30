import { z } from 'zod'
import { cardUid } from './card-number.ts'
import { surfaceText } from './person.ts'

/** So many beside the main card; more is a mistake and not a person. */
export const mostOtherCards = 20

/**
 * A card that a person has, or had, beside the main one. It opens nothing once it is blocked or has ended,
 * and belongs to nobody else until it is taken back.
 */
export const otherCard = z.strictObject({
  cardId: cardUid,
  surfaceId: surfaceText,
  /** `ended`: the cloud has seen the end of a temporary card. */
  status: z.enum(['blocked', 'temporary', 'ended']),
  /** Why it is blocked. */
  reason: z.enum(['lost', 'replaced']).nullable(),
  /** When a temporary card ends by itself, in UTC. */
  until: z.iso.datetime().nullable(),
})
export type OtherCard = z.infer<typeof otherCard>
export type OtherCardStatus = OtherCard['status']

export const otherCards = z.array(otherCard).max(mostOtherCards)

/** `now` in milliseconds since 1970: a temporary card has ended from its time on, told or not. */
export function statusAt({ status, until }: OtherCard, now: number): OtherCardStatus {
  const over = status === 'temporary' && until !== null && Date.parse(until) <= now
  return over ? 'ended' : status
}
