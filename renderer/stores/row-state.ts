import type { DeliveryState, PersonRow } from '../../core/pending-page.ts'

/** How an invitation fares: first the way to the cloud, from there the way of its mail. */
export type RowState =
  | { readonly kind: DeliveryState }
  | { readonly kind: 'mailed' | 'opened' | 'expired'; readonly at: string }
  | { readonly kind: 'refused'; readonly reason: string }

/** `now` is the wall clock in milliseconds. What a person has to do something about comes first. */
export function rowState(row: Pick<PersonRow, 'delivery' | 'mail'>, now: number): RowState {
  const { delivery, mail } = row
  if (delivery !== 'sent' || mail === null) return { kind: delivery }
  if (mail.state === 'refused') return { kind: 'refused', reason: mail.reason ?? '' }
  if (Date.parse(mail.expiresAt) <= now) return { kind: 'expired', at: mail.expiresAt }
  if (mail.openedAt !== null) return { kind: 'opened', at: mail.openedAt }
  if (mail.state === 'queued') return { kind: 'sent' }
  return { kind: 'mailed', at: mail.expiresAt }
}
