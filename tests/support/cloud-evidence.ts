import path from 'node:path'
import Driver from 'better-sqlite3'
import { z } from 'zod'

const person = z.object({
  id: z.string(),
  version: z.int(),
  kind: z.enum(['invitation', 'user']),
  role: z.string(),
  email: z.string().nullable(),
  cardId: z.string().nullable(),
})
const holder = z.object({ firstName: z.string(), kind: z.string(), cardId: z.string().nullable() })
const given = z.object({ firstName: z.string(), cardId: z.string(), surfaceId: z.string() })
const beside = z.object({
  cardId: z.string(),
  status: z.string(),
  until: z.string().nullable(),
})
const operation = z.object({ opId: z.string(), outcome: z.string() })

export type CloudEvidence = ReturnType<typeof cloudEvidence>

/**
 * What a cloud really holds: read from its file past all of its code, so that a desk and a cloud that
 * err together are found out.
 */
export function cloudEvidence(dataDir: string) {
  function rows<T>(schema: z.ZodType<T>, sql: string, value: string): T[] {
    const db = new Driver(path.join(dataDir, 'cloud.sqlite'), { readonly: true })
    try {
      return z.array(schema).parse(db.prepare(sql).all(value))
    } finally {
      db.close()
    }
  }
  return {
    /** The living records with this first name. */
    people: (firstName: string) =>
      rows(
        person,
        `SELECT id, version, kind, role, email, card_id AS cardId FROM record
         WHERE first_name = ? AND deleted = 0`,
        firstName,
      ),
    /** Who of this last name has which card, by first name. */
    cardsOf: (lastName: string) =>
      rows(
        holder,
        `SELECT first_name AS firstName, kind, card_id AS cardId FROM record
         WHERE last_name = ? AND deleted = 0 ORDER BY first_name`,
        lastName,
      ),
    /** Who has any of these cards, in the order of their Surface IDs. */
    givenOf: (cardIds: readonly string[]) =>
      rows(
        given,
        `SELECT first_name AS firstName, card_id AS cardId, surface_id AS surfaceId FROM record
         WHERE deleted = 0 AND card_id IN (SELECT value FROM json_each(?)) ORDER BY surface_id`,
        JSON.stringify(cardIds),
      ),
    /** Cards beside the main one, by the first name of who has them, as stored. */
    otherCardsOf: (firstName: string) =>
      rows(
        beside,
        `SELECT value ->> 'cardId' AS cardId, value ->> 'status' AS status, value ->> 'until' AS until
         FROM record, json_each(other_cards) WHERE first_name = ? AND deleted = 0`,
        firstName,
      ),
    /** Everything that was ever carried out on a record, or refused. */
    operations: (recordId: string) =>
      rows(
        operation,
        'SELECT op_id AS opId, outcome FROM ledger WHERE record_id = ? ORDER BY at',
        recordId,
      ),
  }
}

/** Forgets who is signed in where, as a cloud does with tokens that have expired or were revoked. */
export function expireTokens(dataDir: string): void {
  const db = new Driver(path.join(dataDir, 'cloud.sqlite'))
  db.pragma('foreign_keys = ON')
  db.exec('DELETE FROM desk_session; DELETE FROM access_token')
  db.close()
}
