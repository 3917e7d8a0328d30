import { type CardLikeness, cardLikeness, lookalikesOf } from '../../core/card/same-card.ts'
import type { OtherCardStatus } from '../../core/other-card.ts'
import type { Hints } from '../../core/hints.ts'
import { type PersonFields, fullName } from '../../core/person.ts'
import type { Database } from './database.ts'

type Row = Pick<PersonFields, 'firstName' | 'lastName' | 'email' | 'role'> & {
  readonly id: string
  readonly card: string
  readonly status?: OtherCardStatus
}

const columns =
  'record.id AS id, first_name AS firstName, last_name AS lastName, email, role, record.card AS card'
const living = 'deleted = 0 AND card IS NOT NULL'
/** Three bytes may begin the numbers of many cards; to name one of them is enough. */
const mostLooked = 10

/** Of a JSON list of numbers, those that are held. */
export const equalCardSql = `SELECT ${columns} FROM json_each(?) AS asked
  CROSS JOIN record ON record.card = asked.value WHERE ${living} AND record.id <> ? LIMIT ${mostLooked}`

/** Blocked and temporary cards are with somebody, too. */
export const otherCardSql = `SELECT ${columns}, status FROM other_card
  JOIN record ON record.id = other_card.record_id
  WHERE other_card.card = ? AND deleted = 0 AND record.id <> ? LIMIT 1`

/** Numbers that begin so, in the card's order and turned around. No digit comes after F, but G does. */
export const likeCardSql = `SELECT * FROM (
  SELECT ${columns} FROM json_each(?) AS asked CROSS JOIN record
    ON record.card > asked.value AND record.card < asked.value || 'G'
    WHERE ${living} AND record.id <> ? LIMIT ${mostLooked})
UNION ALL SELECT * FROM (
  SELECT ${columns} FROM json_each(?) AS asked CROSS JOIN record
    ON record.card_turned > asked.value AND record.card_turned < asked.value || 'G'
    WHERE deleted = 0 AND card_turned IS NOT NULL AND record.id <> ? LIMIT ${mostLooked})`

const surest: readonly CardLikeness[] = ['same', 'reversed', 'may-be']

/** Who holds a card among all whom this desk knows, sent or not; if nobody does, who may hold it. */
export function createCardHolders(db: Database): (uid: string, except: string) => Hints['card'] {
  const equal = db.prepare<[string, string], Row>(equalCardSql)
  const beside = db.prepare<[string, string], Row>(otherCardSql)
  const like = db.prepare<[string, string, string, string], Row>(likeCardSql)

  return (uid, except) => {
    const same = equal.all(JSON.stringify([uid]), except)[0] ?? beside.get(uid, except)
    if (same !== undefined) return holder(same, 'same')
    const places = lookalikesOf(uid)
    const rows = equal.all(JSON.stringify(places.equal), except)
    if (places.beginnings.length > 0) {
      const [beginnings, endings] = [places.beginnings, places.endings].map((each) =>
        JSON.stringify(each),
      )
      rows.push(...like.all(beginnings ?? '[]', except, endings ?? '[]', except))
    }
    for (const likeness of surest) {
      const row = rows.find(({ card }) => cardLikeness(uid, card) === likeness)
      if (row !== undefined) return holder(row, likeness)
    }
    return null
  }
}

function holder({ id, role, status, ...row }: Row, likeness: CardLikeness) {
  const known = { recordId: id, name: fullName(row) || (row.email ?? ''), role, likeness }
  return status === undefined ? known : { ...known, status }
}
