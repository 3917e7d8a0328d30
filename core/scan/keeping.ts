import { type SeenCard, type WarningCode, warningsOf } from '../card/warnings.ts'

/** An unlabelled card is forgotten so many days after it was laid down last. */
export const keptDays = 90

/** And of more than so many the ones that were laid down longest ago. */
export const mostUnknown = 10_000

/**
 * Whether the number of a card that belongs to nobody is worth keeping. Not where it tells nobody apart or
 * cannot be met again, and not of a bank card or a passport: those are somebody's own.
 */
export function isWorthKeeping(card: SeenCard): boolean {
  return warningsOf(card).every((code) => kept.has(code))
}

/** The oldest moment (ISO 8601) from which an unlabelled card is still kept at the moment `at`. */
export function keptSince(at: string): string {
  return new Date(Date.parse(at) - keptDays * dayMs).toISOString()
}

const kept: ReadonlySet<WarningCode> = new Set<WarningCode>(['maybe-random', 'phone', 'clonable'])
const dayMs = 24 * 60 * 60 * 1000
