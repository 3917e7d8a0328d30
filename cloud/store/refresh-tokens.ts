import { z } from 'zod'
import { type SessionEnd, sessionEnd } from '../../contracts/cloud-api.ts'
import { newToken, sha256 } from '../tokens.ts'
import type { CloudDatabase } from './open-database.ts'
import { hasRowLocks } from './row-locks.ts'

export type SessionRow = {
  readonly id: string
  readonly personId: string
  readonly desk: { readonly id: string; readonly name: string }
  readonly family: string | null
  readonly ended: string | null
  readonly until: string
  readonly active: number
  readonly present: string
  readonly before: string | null
  readonly offered: string
  readonly superseded: string | null
}

/** By the session that the token names; tokens from before they named one by their hash. */
export async function sessionOf(
  db: CloudDatabase,
  given: string,
  id: string | undefined,
): Promise<SessionRow | undefined> {
  const sessions = db
    .selectFrom('desk_session')
    .innerJoin('person', 'person.id', 'desk_session.person_id')
    .select(['desk_session.id', 'desk_session.ended', 'refresh_expires_at as until'])
    .select(['refresh_hash as present', 'previous_refresh_hash as before', 'offered'])
    .select(['superseded_at as superseded', 'person.active', 'family_hash as family'])
    .select(['desk_session.person_id as personId', 'desk_id', 'desk_name'])
  const wanted =
    id !== undefined
      ? sessions.where('desk_session.id', '=', id)
      : sessions.where((row) => {
          const hash = sha256(given)
          return row.or([row('refresh_hash', '=', hash), row('previous_refresh_hash', '=', hash)])
        })
  const locked = hasRowLocks(db) ? wanted.forUpdate('desk_session') : wanted
  const row = await locked.executeTakeFirst()
  return row && { ...row, desk: { id: row.desk_id, name: row.desk_name } }
}

/** Compared are digests: how long it takes tells nothing about the token. */
export function isOf(session: SessionRow, family: string | undefined): boolean {
  return session.family === null || (family !== undefined && sha256(family) === session.family)
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
export function useOf(session: SessionRow, hash: string, now: Date): Use {
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

/**
 * Names its session, and shows with the part that all of them share that it is one of its tokens: what is
 * asked with it later, and is not the present one, was superseded. Sessions from before have no such part.
 */
export function newRefreshToken(sessionId: string, family: string | undefined): string {
  return [sessionId, ...(family === undefined ? [] : [family]), newToken()].join('.')
}

export function partsOf(given: string) {
  const [id, first, second] = given.split('.')
  return second === undefined
    ? { id, family: undefined, secret: first }
    : { id, family: first, secret: second }
}

export function endOf(
  session: { readonly ended: string | null; readonly until: string; readonly active: number },
  now: Date,
): SessionEnd | null {
  if (session.ended !== null) return sessionEnd.parse(session.ended)
  if (session.active !== 1) return 'revoked'
  return session.until > now.toISOString() ? null : 'expired'
}
