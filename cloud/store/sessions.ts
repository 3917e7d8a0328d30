import type { Tokens } from '../../contracts/cloud-api.ts'
import { type Result, fail, ok } from '../../contracts/result.ts'
import { auditLogin } from '../audit/audit.ts'
import { newToken, sha256 } from '../tokens.ts'
import type { CloudDatabase } from './open-database.ts'
import { holdPassword } from './passwords.ts'
import { endOf, isOf, newRefreshToken, partsOf, sessionOf, useOf } from './refresh-tokens.ts'
import { inTransaction } from './row-locks.ts'

const accessSeconds = 15 * 60
/** Counted from the last refresh: a seasonal desk that is off for weeks stays signed in. */
const refreshDays = 180

/** A desk that is signed in, and by whom. */
export type Session = {
  readonly id: string
  readonly personId: string
  /** Name, or email without one. */
  readonly person: string
  readonly desk: { readonly id: string; readonly name: string }
}

/** Who somebody is, and what has shown it. */
export type Recognised = {
  readonly id: string
  readonly by: 'password' | 'provider'
  /** As it was then. */
  readonly passwordHash: string
}

export type Sessions = ReturnType<typeof createSessions>

/**
 * Signed-in desks. A refresh answers with a new pair; the refresh token it was asked with stays valid until
 * a new one is first used, because the desk may be killed before it has kept the answer, and the network
 * may ask twice. A token that was superseded and comes again is in two hands: then the session ends.
 */
export function createSessions(database: CloudDatabase, now: () => Date) {
  return {
    /**
     * A desk has one session per person: signing in again ends the one before. Nobody is let in by a password
     * that was changed since it was checked, or else its session would begin after the change ended them all.
     */
    async open(
      person: Recognised,
      desk: { readonly id: string; readonly name: string },
      sessionId: string,
    ): Promise<Result<Tokens, 'sign-in.wrong'>> {
      const family = newToken()
      const refreshToken = newRefreshToken(sessionId, family)
      const personId = person.id
      return inTransaction(database, async (db) => {
        const present = await holdPassword(db, personId)
        if (present === null) return fail('sign-in.wrong')
        if (person.by === 'password' && person.passwordHash !== present) {
          return fail('sign-in.wrong')
        }
        await db
          .deleteFrom('desk_session')
          .where('person_id', '=', personId)
          .where('desk_id', '=', desk.id)
          .execute()
        await db
          .insertInto('desk_session')
          .values({
            id: sessionId,
            person_id: personId,
            desk_id: desk.id,
            desk_name: desk.name,
            refresh_hash: sha256(refreshToken),
            previous_refresh_hash: null,
            family_hash: sha256(family),
            refresh_expires_at: inDays(now(), refreshDays),
            created_at: now().toISOString(),
          })
          .execute()
        const tokens = await issue(db, sessionId, refreshToken)
        await auditLogin(db, personId, { what: 'signed-in', desk }, now().toISOString())
        return ok(tokens)
      })
    },

    /**
     * `detail.ended`: a `SessionEnd`; absent when the token is of no session, whether it names one or not, or
     * has just been superseded.
     */
    async refresh(given: string): Promise<Result<Tokens, 'token.invalid'>> {
      return inTransaction(database, async (db) => {
        const { id, family, secret } = partsOf(given)
        const session = await sessionOf(db, given, secret === undefined ? undefined : id)
        if (!session || !isOf(session, family)) return fail('token.invalid')
        const ended = endOf(session, now())
        if (ended !== null) return fail('token.invalid', { detail: { ended } })
        const use = useOf(session, sha256(given), now())
        if (use.kind === 'late') return fail('token.invalid')
        if (use.kind === 'reused') {
          await db
            .updateTable('desk_session')
            .set({ ended: 'reused' })
            .where('id', '=', session.id)
            .execute()
          const { personId, desk } = session
          await auditLogin(db, personId, { what: 'sign-in-copied', desk }, now().toISOString())
          return fail('token.invalid', { detail: { ended: 'reused' } })
        }
        const refreshToken = newRefreshToken(session.id, family)
        await db
          .updateTable('desk_session')
          .set({
            ...use.columns,
            offered: JSON.stringify([...use.offered, sha256(refreshToken)].slice(-mostOffered)),
            refresh_expires_at: inDays(now(), refreshDays),
          })
          .where('id', '=', session.id)
          .execute()
        return ok(await issue(db, session.id, refreshToken))
      })
    },

    /** The session of a valid access token, or null. */
    async find(accessToken: string): Promise<Session | null> {
      const row = await database
        .selectFrom('access_token')
        .innerJoin('desk_session', 'desk_session.id', 'access_token.session_id')
        .innerJoin('person', 'person.id', 'desk_session.person_id')
        .select(['desk_session.id', 'desk_session.person_id', 'desk_id', 'desk_name'])
        .select(['person.name', 'person.email'])
        .where('access_token.hash', '=', sha256(accessToken))
        .where('access_token.expires_at', '>', now().toISOString())
        .where('person.active', '=', 1)
        .where('desk_session.ended', 'is', null)
        .executeTakeFirst()
      if (!row) return null
      const { id, person_id: personId, desk_id, desk_name } = row
      const desk = { id: desk_id, name: desk_name }
      return { id, personId, person: row.name || row.email, desk }
    },

    /** Ends the session with all its tokens. */
    async close({ id, personId, desk }: Session) {
      await inTransaction(database, async (db) => {
        await db.deleteFrom('desk_session').where('id', '=', id).execute()
        await auditLogin(db, personId, { what: 'signed-out', desk }, now().toISOString())
      })
    },
  }

  async function issue(
    db: CloudDatabase,
    sessionId: string,
    refreshToken: string,
  ): Promise<Tokens> {
    const accessToken = newToken()
    await db
      .deleteFrom('access_token')
      .where('session_id', '=', sessionId)
      .where('expires_at', '<=', now().toISOString())
      .execute()
    await db
      .insertInto('access_token')
      .values({
        hash: sha256(accessToken),
        session_id: sessionId,
        expires_at: new Date(now().getTime() + accessSeconds * 1000).toISOString(),
      })
      .execute()
    return { accessToken, accessExpiresIn: accessSeconds, refreshToken }
  }
}

/** When a session was last refreshed: it is good for so many days from then on. */
export function seenAt(refreshExpiresAt: string): string {
  return inDays(new Date(refreshExpiresAt), -refreshDays)
}

/** Answers that may all have been lost. */
const mostOffered = 8

function inDays(from: Date, days: number): string {
  return new Date(from.getTime() + days * 86_400_000).toISOString()
}
