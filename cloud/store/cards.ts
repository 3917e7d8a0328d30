import type { Selectable } from 'kysely'
import type { Cards } from '../../core/card-step.ts'
import { type OtherCard, otherCard } from '../../core/other-card.ts'
import { readList } from './list-column.ts'
import { oneOf } from './one-of.ts'
import type { CloudDatabase } from './open-database.ts'
import type { CardHolderTable, RecordTable } from './schema.ts'

type Row = Selectable<RecordTable>
type CardColumns = Pick<Row, 'card_id' | 'surface_id' | 'other_cards'>
type RecordCards = CardColumns & Pick<Row, 'account_id' | 'id' | 'deleted'>

export function cardsOf(row: CardColumns): Cards & { otherCards: OtherCard[] } {
  return {
    cardId: row.card_id,
    surfaceId: row.surface_id,
    otherCards: readList(otherCard, row.other_cards),
  }
}

export function cardColumns(cards: Cards): CardColumns {
  const { cardId, surfaceId } = cards
  return { card_id: cardId, surface_id: surfaceId, other_cards: JSON.stringify(cards.otherCards) }
}

/** Every card that a record has in any way; none once it is deleted. */
export function cardIdsOf(row: RecordCards): string[] {
  if (row.deleted === 1) return []
  const main = row.card_id === null ? [] : [row.card_id]
  if (row.other_cards === '[]') return main
  return [...main, ...cardsOf(row).otherCards.map(({ cardId }) => cardId)]
}

/** Ids of the records that have these cards, as part of another question. */
export function holdersOf(db: CloudDatabase, accountId: string, cardIds: readonly string[]) {
  return db
    .selectFrom('card_holder')
    .select('card_holder.record_id')
    .where('card_holder.account_id', '=', accountId)
    .where(oneOf(db, 'card_holder.card_id', cardIds))
}

/** Brings in line who has which card; to be called whenever records are written. */
export async function putCards(
  db: CloudDatabase,
  accountId: string,
  rows: { readonly changed: readonly RecordCards[]; readonly made: readonly RecordCards[] },
) {
  const ids = rows.changed.map(({ id }) => id)
  const before = ids.length === 0 ? [] : await cardRowsOf(db, accountId, ids)
  const held = new Map(before.map((row) => [keyOf(row), row]))
  const wanted = new Map(
    [...rows.changed, ...rows.made].flatMap(rowsOf).map((row) => [keyOf(row), row]),
  )
  // What goes is gone before anything comes: a card may change hands within a batch.
  const gone = before.filter((row) => !wanted.has(keyOf(row))).map((row) => row.card_id)
  const fresh = [...wanted].filter(([key]) => !held.has(key)).map(([, row]) => row)
  if (gone.length > 0) {
    await db
      .deleteFrom('card_holder')
      .where('account_id', '=', accountId)
      .where('card_id', 'in', gone)
      .execute()
  }
  if (fresh.length > 0) await db.insertInto('card_holder').values(fresh).execute()
}

function cardRowsOf(db: CloudDatabase, accountId: string, recordIds: readonly string[]) {
  return db
    .selectFrom('card_holder')
    .selectAll()
    .where('account_id', '=', accountId)
    .where(oneOf(db, 'record_id', recordIds))
    .execute()
}

function rowsOf(row: RecordCards): CardHolderTable[] {
  const ends = new Map(cardsOf(row).otherCards.map((card) => [card.cardId, endOf(card)]))
  const of = { account_id: row.account_id, record_id: row.id }
  return cardIdsOf(row).map((cardId) => ({
    ...of,
    card_id: cardId,
    ends_at: ends.get(cardId) ?? null,
  }))
}

const keyOf = ({ record_id, card_id, ends_at }: CardHolderTable) =>
  `${record_id} ${card_id} ${ends_at ?? ''}`

/** With milliseconds, as all times that are compared as text. */
function endOf({ status, until }: OtherCard): string | null {
  return status === 'temporary' && until !== null ? new Date(until).toISOString() : null
}
