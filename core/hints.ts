import { z } from 'zod'
import { otherCard } from './other-card.ts'
import { role } from './role.ts'

const person = { recordId: z.uuid(), name: z.string() }

/** What this computer already knows of an email, a card or a printed number while it is typed; null: nothing. */
export const hints = z.strictObject({
  email: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('invited'), ...person }),
      z.strictObject({ kind: z.literal('user'), ...person }),
      /** A user of another account that the signed-in person administers on this computer. */
      z.strictObject({ kind: z.literal('elsewhere'), name: z.string(), account: z.string() }),
    ])
    .nullable(),
  /** Who holds the card, or one that may be it; the role says who may take it from them. */
  card: z
    .strictObject({
      ...person,
      role,
      likeness: z.enum(['same', 'reversed', 'may-be']),
      /** Of a card that they have beside their main one. */
      status: otherCard.shape.status.optional(),
    })
    .nullable(),
  surface: z.strictObject(person).nullable(),
})
export type Hints = z.infer<typeof hints>

export const hintsQuery = z.strictObject({
  email: z.string().max(254).nullable(),
  cardId: z.string().max(20).nullable(),
  /** Only where it is to be nobody else's: not asked about where people type what they like. */
  surfaceId: z.string().max(100).nullable(),
  /** The record being edited does not clash with itself. */
  except: z.uuid().nullable(),
})
export type HintsQuery = z.infer<typeof hintsQuery>
