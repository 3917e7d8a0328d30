import { z } from 'zod'
import { operationProblem } from '../operation.ts'
import { maskedCard } from './masked-card.ts'

const problemCodes = operationProblem.options.map(({ shape }) => shape.code.value)

/**
 * What happened to a card.
 *
 * - `replaced`: its person had another one before, which is blocked or free now
 * - `found`: blocked before, in use again
 * - `taken-off`: its person has it no more, and nobody else was given it
 * - `other`: a later version knows what
 */
export const logWhat = z.enum([
  'enrolled',
  'replaced',
  'moved',
  'blocked',
  'found',
  'lent',
  'returned',
  'taken-off',
  'other',
])
export type LogWhat = z.infer<typeof logWhat>

/** Why nothing came of it. `given-up`: by a person, before the cloud had decided. */
export const logRefusal = z.enum([...problemCodes, 'given-up', 'other'])
export type LogRefusal = z.infer<typeof logRefusal>

/**
 * Refusals that tell of something. A stale operation is asked again, by itself or by a person; a reused
 * key belongs to another operation, which has its line.
 */
export function isLoggedRefusal(code: string): code is LogRefusal {
  return code !== 'stale' && code !== 'key.reuse' && logRefusal.safeParse(code).success
}

/** One card event. An operation has as many as cards it touches: the deletion of a person several. */
export const logLine = z.object({
  opId: z.uuid(),
  nth: z.int().min(0).max(100),
  /** When it was done, by the desk's clock, but never later than the cloud heard of it. UTC. */
  at: z.iso.datetime(),
  /** The person who was signed in. */
  who: z.string(),
  /** The computer; null where the cloud does not say. */
  deskId: z.string().nullable(),
  desk: z.string(),
  /** Where the card was laid down; null: typed, chosen, or not told. */
  reader: z.string().nullable(),
  what: logWhat.catch('other'),
  /** Whose card it is: the name that the person had then. */
  person: z.string(),
  /** Of a card that was moved: who had it before. */
  from: z.string().nullable(),
  card: maskedCard,
  instead: maskedCard.nullable(),
  /** null: it was done. */
  refusal: logRefusal.nullable().catch('other'),
})
export type LogLine = z.infer<typeof logLine>
