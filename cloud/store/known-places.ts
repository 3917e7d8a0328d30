import { knownForMs } from '../limits/limits.ts'
import { networkOf } from '../limits/network-of.ts'
import { sha256 } from '../tokens.ts'
import type { CloudDatabase } from './open-database.ts'

/** Who tries to be somebody, and where. */
export type Attempt = {
  /** As it was typed. */
  readonly email: string
  /** null: nobody here has that email. */
  readonly personId: string | null
  readonly deskId: string
  readonly address: string
}

/** Computer and network of an attempt; which network it was can be tried out, so that it is not for ever. */
export function placesOf({ deskId, address }: Attempt) {
  return { desk: sha256(`desk ${deskId}`), network: sha256(`network ${networkOf(address)}`) }
}

/** The place of an attempt at which the person has signed in before, rather the computer; null: neither. */
export async function knownPlace(
  db: CloudDatabase,
  attempt: Attempt,
  now: Date,
): Promise<string | null> {
  const { desk, network } = placesOf(attempt)
  const rows = await db
    .selectFrom('known_place')
    .select('place')
    .where('person_id', '=', attempt.personId ?? '')
    .where('place', 'in', [desk, network])
    .where('until', '>', now.toISOString())
    .execute()
  const known = rows.map(({ place }) => place)
  return known.includes(desk) ? desk : (known[0] ?? null)
}

/** Both, for half a year from now on. */
export async function rememberPlaces(db: CloudDatabase, attempt: Attempt, now: Date) {
  const { personId } = attempt
  if (personId === null) return
  const until = new Date(now.getTime() + knownForMs).toISOString()
  const places = Object.values(placesOf(attempt)).toSorted()
  await db
    .insertInto('known_place')
    .values(places.map((place) => ({ person_id: personId, place, until })))
    .onConflict((conflict) => conflict.columns(['person_id', 'place']).doUpdateSet({ until }))
    .execute()
}
