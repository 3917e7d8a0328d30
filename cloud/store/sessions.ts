import { type SessionEnd, type Tokens, sessionEnd } from '../../contracts/cloud-api.ts'
import { z } from 'zod'
import { type Result, fail, ok } from '../../contracts/result.ts'
import { auditLogin } from '../audit/audit.ts'
import { newToken, sha256 } from '../tokens.ts'
import type { CloudDatabase } from './open-database.ts'
import { hasRowLocks, inTransaction } from './row-locks.ts'

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

export type Sessions = ReturnType<typeof createSessions>

/**
 * Signed-in desks. A refresh answers with a new pair; the refresh token it was asked with stays valid until
 * a new one is first used, because the desk may be killed before it has kept the answer, and the network
 * may ask twice. A token that was superseded and comes again is in two hands: then the session ends.
 */
export function createSessions(database: CloudDatabase, now: () => Date) {
  return {
    /** A desk has one session per person: signing in again ends the one before. */
    async open(
      personId: string,
      desk: { readonly id: string; readonly name: string },
      sessionId: string,
    ): Promise<Tokens> {
      const refreshToken = newRefreshToken(sessionId)
      return inTransaction(database, async (db) => {
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
            refresh_expires_at: inDays(now(), refreshDays),
            created_at: now().toISOString(),
          })
          .execute()
        const tokens = await issue(db, sessionId, refreshToken)
        await auditLogin(db, personId, { what: 'signed-in', desk }, now().toISOString())
        return tokens
      })
    },

    /** `detail.ended`: a `SessionEnd`; absent when the token is unknown, or has just been superseded. */
    async refresh(given: string): Promise<Result<Tokens, 'token.invalid'>> {
      return inTransaction(database, async (db) => {
        const session = await sessionOf(db, given)
        if (!session) return fail('token.invalid')
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
          return fail('token.invalid', { detail: { ended: 'reused' } })
        }
        const refreshToken = newRefreshToken(session.id)
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

/** Ends every session of a person; their desks are told why when they ask next. Answers how many. */
export async function endSessions(
  db: CloudDatabase,
  personId: string,
  ended: Exclude<SessionEnd, 'expired' | 'reused'>,
): Promise<number> {
  const done = await db
    .updateTable('desk_session')
    .set({ ended })
    .where('person_id', '=', personId)
    .where('ended', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

type SessionRow = {
  readonly id: string
  readonly ended: string | null
  readonly until: string
  readonly active: number
  readonly present: string
  readonly before: string | null
  readonly offered: string
  readonly superseded: string | null
}

/** By the session that the token names; tokens from before they named one by their hash. */
async function sessionOf(db: CloudDatabase, given: string): Promise<SessionRow | undefined> {
  const [id, secret] = given.split('.')
  const sessions = db
    .selectFrom('desk_session')
    .innerJoin('person', 'person.id', 'desk_session.person_id')
    .select(['desk_session.id', 'desk_session.ended', 'refresh_expires_at as until'])
    .select(['refresh_hash as present', 'previous_refresh_hash as before', 'offered'])
    .select(['superseded_at as superseded', 'person.active'])
  const wanted =
    id !== undefined && secret !== undefined
      ? sessions.where('desk_session.id', '=', id)
      : sessions.where((row) => {
          const hash = sha256(given)
          return row.or([row('refresh_hash', '=', hash), row('previous_refresh_hash', '=', hash)])
        })
  return (hasRowLocks(db) ? wanted.forUpdate('desk_session') : wanted).executeTakeFirst()
}

type Use =
  | { readonly kind: 'late' }
  | { readonly kind: 'reused' }
  | {
      readonly kind: 'good'
      readonly offered: readonly string[]
      readonly columns: {
        readonly refresh_hash?: string
        readonly previous_refresh_hash?: null
        readonly superseded_at?: string
      }
    }

/** What this token is for its session. */
function useOf(session: SessionRow, hash: string, now: Date): Use {
  const offered = hashes.parse(JSON.parse(session.offered))
  if (hash === session.present || hash === session.before) {
    return { kind: 'good', offered, columns: {} }
  }
  if (offered.includes(hash)) {
    const superseded_at = now.toISOString()
    const columns = { refresh_hash: hash, previous_refresh_hash: null, superseded_at }
    return { kind: 'good', offered: [], columns }
  }
  const since =
    session.superseded === null ? Infinity : now.getTime() - Date.parse(session.superseded)
  return since < lateMs ? { kind: 'late' } : { kind: 'reused' }
}

const hashes = z.array(z.string())

/** A question may be asked again by the network, or arrive late: so long that is no sign of theft. */
const lateMs = 2 * 60_000

/** Answers that may all have been lost. */
const mostOffered = 8

/** Names its session: what is asked with it later, and is not the present one, was superseded. */
function newRefreshToken(sessionId: string): string {
  return `${sessionId}.${newToken()}`
}

function endOf(
  session: { readonly ended: string | null; readonly until: string; readonly active: number },
  now: Date,
): SessionEnd | null {
  if (session.ended !== null) return sessionEnd.parse(session.ended)
  if (session.active !== 1) return 'revoked'
  return session.until > now.toISOString() ? null : 'expired'
}

function inDays(from: Date, days: number): string {
  return new Date(from.getTime() + days * 86_400_000).toISOString()
}
