import type { MemberDesk, SignedInDesk } from '../../core/signed-in-desk.ts'
import { role } from '../../core/role.ts'
import { sha256 } from '../tokens.ts'
import type { CloudDatabase } from './open-database.ts'
import { seenAt } from './sessions.ts'

/** So many sign-ins of an account are told; they are those of its staff. */
const mostTold = 500

/** A sign-in as it is kept. Its id is a part of its refresh tokens and is told to nobody. */
type KeptSignIn = {
  readonly id: string
  readonly desk_id: string
  readonly desk_name: string
  readonly created_at: string
  readonly refresh_expires_at: string
}

/**
 * What a sign-in is called outside: cannot be led back to the id, which is random (122 bits). Made and not
 * kept, so that every sign-in has one, also those of a cloud of an earlier version on the same database.
 */
export function publicIdOf(sessionId: string): string {
  return sha256(`signed-in desk ${sessionId}`).slice(0, 32)
}

/** Where a person is signed in, as it is kept. */
export async function signInsOf(
  db: CloudDatabase,
  personId: string,
  now: string,
): Promise<KeptSignIn[]> {
  return living(db, now)
    .where('desk_session.person_id', '=', personId)
    .orderBy('refresh_expires_at', 'desc')
    .execute()
}

export async function memberSignIns(
  db: CloudDatabase,
  accountId: string,
  now: string,
  isCurrent: (sessionId: string) => boolean,
): Promise<MemberDesk[]> {
  const rows = await living(db, now)
    .innerJoin('person', 'person.id', 'desk_session.person_id')
    .innerJoin('membership', 'membership.person_id', 'person.id')
    .select(['person.id as personId', 'person.name', 'person.email', 'membership.role'])
    .where('membership.account_id', '=', accountId)
    .where('person.active', '=', 1)
    .orderBy('refresh_expires_at', 'desc')
    .limit(mostTold)
    .execute()
  return rows.map((row) => ({
    ...deskOf(row, isCurrent(row.id)),
    person: { id: row.personId, name: row.name || row.email, role: role.parse(row.role) },
  }))
}

export function deskOf(kept: KeptSignIn, current: boolean): SignedInDesk {
  return {
    id: publicIdOf(kept.id),
    name: kept.desk_name,
    signedInAt: kept.created_at,
    seenAt: seenAt(kept.refresh_expires_at),
    current,
  }
}

function living(db: CloudDatabase, now: string) {
  return db
    .selectFrom('desk_session')
    .select(['desk_session.id', 'desk_id', 'desk_name'])
    .select(['desk_session.created_at', 'refresh_expires_at'])
    .where('desk_session.ended', 'is', null)
    .where('refresh_expires_at', '>', now)
}
