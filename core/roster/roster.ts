import { z } from 'zod'
import { cardRefusalReason, cardSource } from '../card/warnings.ts'
import { cardUid } from '../card-number.ts'
import { readerName } from '../desk-reader.ts'
import { personFields } from '../person.ts'

/** As many as the service's own import takes. */
export const rosterLimit = 3000

const uuid = z.uuid()
const moment = z.iso.datetime()
const position = z.int().min(0)

/** What a list says about a person. The card comes with the tap, the role is always User. */
export const rosterFields = personFields.pick({
  email: true,
  firstName: true,
  lastName: true,
  organization: true,
  additionalInformation: true,
})
export type RosterFields = z.infer<typeof rosterFields>

/** `recordId`: somebody who is there already and gets a card; null: created with the tap. */
export const rosterPerson = z.strictObject({
  ...rosterFields.shape,
  opId: uuid,
  recordId: uuid.nullable(),
})
export type RosterPerson = z.infer<typeof rosterPerson>

export const rosterSource = z.enum(['list', 'group'])
export type RosterSource = z.infer<typeof rosterSource>

/** `refused`: passed over after a card that could not be handed out. */
export const rosterState = z.enum(['waiting', 'assigned', 'skipped', 'absent', 'refused'])
export type RosterState = z.infer<typeof rosterState>

/** Why the last card laid down for a person was not theirs. */
export const rosterReason = z.enum([...cardRefusalReason.options, 'taken'])
export type RosterReason = z.infer<typeof rosterReason>

export const rosterRow = z.strictObject({
  ...rosterPerson.shape,
  position,
  state: rosterState,
  cardId: cardUid.nullable(),
  surfaceId: z.string(),
  /** The card that the person has already; a tap replaces it. */
  cardBefore: cardUid.nullable(),
  /** When the card was assigned, or the person was passed over; the desk's wall clock, for display. */
  at: moment.nullable(),
  reason: rosterReason.nullable(),
})
export type RosterRow = z.infer<typeof rosterRow>

const counts = z.strictObject({
  waiting: position,
  assigned: position,
  skipped: position,
  absent: position,
  refused: position,
})
export type RosterCounts = z.infer<typeof counts>

const head = {
  id: uuid,
  title: z.string(),
  source: rosterSource,
  createdAt: moment,
  /** null: it goes on. */
  finishedAt: moment.nullable(),
  counts,
}

export const rosterSummary = z.strictObject(head)
export type RosterSummary = z.infer<typeof rosterSummary>

/** What the desk shows of a list that is worked through; its size does not grow with the list. */
export const rosterView = z.strictObject({
  ...head,
  /** Whose turn it is; null: everybody has had theirs. */
  current: rosterRow.nullable(),
  /** Who waits next, at most 4. */
  following: z.array(rosterRow),
  /** The last ones with a card, newest first, at most 4. */
  recent: z.array(rosterRow),
  /** Where Back leads: the nearest one before without a card. */
  before: position.nullable(),
})
export type RosterView = z.infer<typeof rosterView>

/** A card laid down for the person who waits under `opId`. The same one twice is one assignment. */
export const rosterTap = z.strictObject({
  rosterId: uuid,
  opId: uuid,
  uid: cardUid,
  atr: z.string(),
  source: cardSource,
  ndefText: z.string().nullable(),
  /** Where it was laid down. */
  reader: readerName.nullable().default(null),
  /** Takes the card from whoever holds it; the step's own op id. */
  moveOpId: uuid.nullable(),
})
export type RosterTap = z.infer<typeof rosterTap>

/** `movable`: the card may be taken from there, by this role and as surely the same card. */
const holder = z.strictObject({ recordId: uuid, name: z.string(), movable: z.boolean() })
export type RosterHolder = z.infer<typeof holder>

/** What became of a tap. Only `assigned` changes whose turn it is. */
export const rosterOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('assigned'), row: rosterRow }),
  /** The card that was assigned last lies there still, or again. */
  z.strictObject({ kind: z.literal('same-again') }),
  z.strictObject({ kind: z.literal('taken'), holder }),
  z.strictObject({ kind: z.literal('refused'), reason: cardRefusalReason }),
  /** It is not this person's turn any more. */
  z.strictObject({ kind: z.literal('passed') }),
])
export type RosterOutcome = z.infer<typeof rosterOutcome>

/** A step without a card. `opId`: whose turn it was, so that a repeated step is one step. */
export const rosterStep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('skip'), opId: uuid }),
  z.strictObject({ kind: z.literal('absent'), opId: uuid }),
  /** To anybody without a card: whoever comes out of turn. */
  z.strictObject({ kind: z.literal('go'), position }),
])
export type RosterStep = z.infer<typeof rosterStep>

export function rosterSize(of: RosterCounts): number {
  return of.waiting + of.assigned + of.skipped + of.absent + of.refused
}
