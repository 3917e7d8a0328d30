import { type OperationProblem, outsideRegion } from '../../core/operation.ts'
import type { PersonFields } from '../../core/person.ts'
import { mayShareLogin, role as roleShape, seesOnlyRegion } from '../../core/role.ts'
import { changeMembership, findLogin, insertMembership } from '../store/people.ts'
import { invitationExpiry, queueMail, withdraw } from '../store/invitations.ts'
import { putInEffect } from '../store/effects.ts'
import type { RecordRow } from '../store/records.ts'
import type { Actor, OperationContext } from './operation-context.ts'

/** Where a person stands between "never invited" and "registered": the columns that say so. */
type Standing = Pick<
  RecordRow,
  | 'kind'
  | 'person_id'
  | 'registered_at'
  | 'registered_version'
  | 'invite_sent_at'
  | 'invite_expires_at'
  | 'mail_state'
  | 'mail_reason'
  | 'mail_opened_at'
>

/** What has to happen besides writing the record. */
/** `change-role`: what somebody may do, or of which region. */
type Effect = 'none' | 'invite' | 'join' | 'withdraw' | 'change-role'

export type StandingAfter = { readonly columns: Standing; readonly effect: Effect }

const nothingSent = {
  invite_sent_at: null,
  invite_expires_at: null,
  mail_state: null,
  mail_reason: null,
  mail_opened_at: null,
} as const
const notRegistered = { person_id: null, registered_at: null, registered_version: null } as const

/**
 * What the record's email makes of it: without one a user at once; with a new one an invitation, or a
 * member at once when that person has a login as User elsewhere.
 */
export async function standingAfter(
  context: OperationContext,
  record: {
    readonly version: number
    readonly fields: PersonFields
    readonly before: RecordRow | null
  },
): Promise<StandingAfter | OperationProblem> {
  const { fields, before } = record
  if (before?.registered_version) return registered(context, before, fields)
  if (fields.email === null) {
    const columns = { kind: 'user', ...notRegistered, ...nothingSent }
    return { columns, effect: before?.kind === 'invitation' ? 'withdraw' : 'none' }
  }
  if (before?.kind === 'invitation' && before.email === fields.email) {
    return { columns: standingOf(before), effect: 'none' }
  }
  const { db, actor, now } = context
  const login = await findLogin(db, fields.email)
  if (login === null) return { columns: await invitation(context, before), effect: 'invite' }

  const here = login.memberships.find(({ accountId }) => accountId === actor.accountId)
  if (here) return { code: 'email.taken', holder: shownLogin(actor, { ...login, ...here }) }
  const roles = login.memberships.map(({ role }) => role)
  if (!login.active || !mayShareLogin(fields.role, roles)) return { code: 'email.other-role' }
  const member = { person_id: login.id, registered_at: now, registered_version: record.version }
  return { columns: { kind: 'user', ...member, ...nothingSent }, effect: 'join' }
}

/** A member without a record is known to the whole account, or to the region that they are limited to. */
function shownLogin(
  { role, regionId: own }: Actor,
  login: { readonly id: string; readonly name: string; readonly regionId: string | null },
) {
  if (seesOnlyRegion(role) && login.regionId !== own) return outsideRegion
  return { id: login.id, name: login.name }
}

/** What an invitation is when its mail is queued: now, or once more. */
export async function invitation(
  { db, actor, now }: OperationContext,
  before: RecordRow | null,
): Promise<Standing> {
  return {
    kind: 'invitation',
    ...notRegistered,
    invite_sent_at: before?.invite_sent_at ?? now,
    invite_expires_at: await invitationExpiry(db, actor.accountId, now),
    mail_state: 'queued',
    mail_reason: null,
    mail_opened_at: null,
  }
}

/** To be called once the record is written, in the same transaction. */
export async function carryOut(
  { db, now, viewChanged }: OperationContext,
  row: RecordRow,
  effect: Effect,
) {
  const member = { personId: row.person_id ?? '', accountId: row.account_id }
  const role = roleShape.parse(row.role)
  if (effect === 'withdraw' || effect === 'join' || effect === 'invite') {
    await withdraw(db, row, now)
  }
  if (effect === 'invite') await queueMail(db, row, now)
  if (effect === 'join') await insertMembership(db, { ...member, role, regionId: row.region_id })
  if (effect === 'change-role') {
    await changeMembership(db, member, { role, regionId: row.region_id })
    viewChanged()
  }
  await putInEffect(db, row)
}

/** A registered person's role is that of their login in this account. */
async function registered(
  { db, actor }: OperationContext,
  before: RecordRow,
  fields: PersonFields,
): Promise<StandingAfter | OperationProblem> {
  const sameRole = fields.role === before.role
  if (sameRole && fields.regionId === before.region_id) {
    return { columns: standingOf(before), effect: 'none' }
  }
  if (sameRole) return { columns: standingOf(before), effect: 'change-role' }
  const login = before.email === null ? null : await findLogin(db, before.email)
  const elsewhere = (login?.memberships ?? []).filter(
    ({ accountId }) => accountId !== actor.accountId,
  )
  const roles = elsewhere.map(({ role }) => role)
  if (!mayShareLogin(fields.role, roles)) return { code: 'email.other-role' }
  return { columns: standingOf(before), effect: 'change-role' }
}

function standingOf(row: RecordRow): Standing {
  const { kind, person_id, registered_at, registered_version } = row
  const { invite_sent_at, invite_expires_at, mail_state, mail_reason, mail_opened_at } = row
  const login = { kind, person_id, registered_at, registered_version }
  const mail = { invite_sent_at, invite_expires_at, mail_state, mail_reason, mail_opened_at }
  return { ...login, ...mail }
}
