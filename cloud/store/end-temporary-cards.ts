import type { OtherCard } from '../../core/other-card.ts'
import { statusAt } from '../../core/other-card.ts'
import { cardColumns, cardsOf } from './cards.ts'
import type { CloudDatabase } from './open-database.ts'
import { findRecord, tell } from './records.ts'
import { inTransaction } from './row-locks.ts'

/** Temporary cards whose time is over end by themselves, and the feed tells about it. */
export async function endTemporaryCards(database: CloudDatabase, now: Date) {
  const over = await database
    .selectFrom('card_holder')
    .select(['account_id', 'record_id'])
    .distinct()
    .where('ends_at', '<=', now.toISOString())
    .execute()
  for (const { account_id, record_id } of over) {
    await inTransaction(database, async (db) => {
      const row = await findRecord(db, account_id, record_id)
      if (row === null || row.deleted === 1) return
      const cards = cardsOf(row)
      const ended = cards.otherCards.map((card) => endedAt(card, now))
      if (cards.otherCards.every((card, at) => card.status === ended[at]?.status)) return
      await tell(db, row, cardColumns({ ...cards, otherCards: ended }), now.toISOString())
    })
  }
}

function endedAt(card: OtherCard, now: Date): OtherCard {
  return { ...card, status: statusAt(card, now.getTime()) }
}
