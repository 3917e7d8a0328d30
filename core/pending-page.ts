import { z } from 'zod'
import { operationMethod, parkedProblem } from './operation.ts'
import { otherCards } from './other-card.ts'
import { pageSize } from './page.ts'
import { personFields, personKind } from './person.ts'
import { invitationMail } from './record.ts'
import { right } from './rights.ts'

export const pendingSort = z.enum(['name', 'email', 'invite-sent'])
export type PendingSort = z.infer<typeof pendingSort>

/**
 * A page of pending invitations by keyset: `at` is opaque and comes from an earlier page.
 * A null `at` means the first page going forward, the last going backward.
 */
export const pendingQuery = z.strictObject({
  sort: pendingSort,
  descending: z.boolean(),
  limit: pageSize,
  direction: z.enum(['forward', 'backward']),
  /** Part of a name, email, organization or card number (hexadecimal or decimal); empty: everybody. */
  search: z.string().max(200).optional(),
  at: z.string().max(2000).nullable(),
})
export type PendingQuery = z.infer<typeof pendingQuery>

/** Where a record stands between this computer and the cloud. */
export const deliveryState = z.enum(['saved', 'sending', 'sent', 'attention'])
export type DeliveryState = z.infer<typeof deliveryState>

export const personRow = z.strictObject({
  id: z.uuid(),
  ...personFields.shape,
  otherCards,
  kind: personKind,
  groups: z.array(z.string()),
  rights: z.array(right),
  /** null: a user, or an invitation that no cloud has mailed yet. */
  mail: invitationMail.nullable(),
  inviteSentAt: z.iso.datetime().nullable(),
  /** When it was accepted on this computer or made in the cloud. */
  createdAt: z.iso.datetime(),
  delivery: deliveryState,
})
export type PersonRow = z.infer<typeof personRow>

export const pendingPage = z.strictObject({
  rows: z.array(personRow),
  /** Exact up to 10,000 matches of a search; beyond, at least this many. */
  total: z.int().min(0),
  totalIsExact: z.boolean(),
  /** 1-based position of the first row; 0 when there are no rows. */
  from: z.int().min(0),
  next: z.string().nullable(),
  previous: z.string().nullable(),
})
export type PendingPage = z.infer<typeof pendingPage>

/** An operation that waits for a person's decision. */
export const parkedRow = z.strictObject({
  opId: z.uuid(),
  recordId: z.uuid(),
  method: operationMethod,
  /** The record as it would be with this operation. */
  fields: personFields,
  problem: parkedProblem,
  acceptedAt: z.iso.datetime(),
})
export type ParkedRow = z.infer<typeof parkedRow>
