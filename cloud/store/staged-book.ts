import { cardIdsOf, holdersOf, putCards } from './cards.ts'
import { oneOf } from './one-of.ts'
import { placeOf } from './feed.ts'
import { insertAtOnce } from './insert-at-once.ts'
import type { CloudDatabase } from './open-database.ts'
import { type CardOrEmail, type RecordBook, keyOf } from './record-book.ts'
import { type RecordRow, findHolder, findRecord } from './records.ts'
import { hasRowLocks, waitForNobody } from './row-locks.ts'

export type StagedBook = RecordBook & {
  /** Writes who has which card. Throws, as `flush`, where another transaction was there first. */
  putCards(): Promise<void>
  /**
   * Writes the records, with their positions in the feed after `before`. The account's counter is held by
   * now and everybody else is going to need it: this waits for nobody.
   */
  flush(before: number): Promise<void>
}

/** What a batch is going to ask for: read in few statements instead of one each. */
export type Foreseen = {
  readonly ids: readonly string[]
  readonly cardIds: readonly string[]
  readonly emailKeys: readonly string[]
}

/**
 * A book that is read ahead and written once: a batch of a hundred costs as many statements as one item.
 * Rows that exist are locked in the order of their ids, so that two batches never wait for each other in a
 * circle. Nothing else may write records in the same transaction before `flush`.
 */
export async function stagedBook(
  db: CloudDatabase,
  accountId: string,
  foreseen: Foreseen,
): Promise<StagedBook> {
  const rows = new Map<string, RecordRow>()
  const holders = new Map<string, string | null>()
  const absent = new Set(foreseen.ids)
  const made = new Set<string>()
  const changed = new Set<string>()

  const know = (row: RecordRow) => {
    rows.set(row.id, row)
    absent.delete(row.id)
    for (const key of keysOf(row)) holders.set(key, row.id)
  }
  for (const cardId of foreseen.cardIds) holders.set(keyOf({ cardId }), null)
  for (const email of foreseen.emailKeys) holders.set(keyOf({ email }), null)
  for (const row of await readAhead(db, accountId, foreseen)) know(row)

  /** Takes the new row's card and email over from the row before. */
  const put = (row: RecordRow) => {
    for (const key of keysOf(rows.get(row.id))) {
      if (holders.get(key) === row.id) holders.set(key, null)
    }
    know(row)
  }

  return {
    async find(id) {
      const known = rows.get(id)
      if (known || absent.has(id)) return known ?? null
      const row = await findRecord(db, accountId, id)
      if (row) know(row)
      else absent.add(id)
      return row
    },

    async holder(by: CardOrEmail) {
      const known = holders.get(keyOf(by))
      if (known === null) return null
      if (known !== undefined) return rows.get(known) ?? null
      const row = await findHolder(db, accountId, by)
      if (row === null || rows.has(row.id)) return null
      know(row)
      return row
    },

    async insert(row) {
      put(row)
      made.add(row.id)
    },

    async replace(row) {
      put(row)
      if (!made.has(row.id)) changed.add(row.id)
    },

    putCards: () => putCards(db, accountId, { changed: those(changed), made: those(made) }),

    async flush(before) {
      const placed = (row: RecordRow) => ({ ...row, seq: placeOf(row.seq, before) })
      await waitForNobody(db)
      await writeOver(db, those(changed).map(placed))
      await insertAtOnce(db, 'record', those(made).map(placed))
    },
  }

  /** In the order in which they were changed last. */
  function those(ids: ReadonlySet<string>): RecordRow[] {
    return [...ids].flatMap((id) => rows.get(id) ?? []).toSorted((a, b) => b.seq - a.seq)
  }
}

/**
 * The holders are found first, so that each question goes by one index: asked together with the ids, all
 * records of the account would be looked at. A card that changes hands between the two fails at the flush.
 */
async function readAhead(
  db: CloudDatabase,
  accountId: string,
  { ids, cardIds, emailKeys }: Foreseen,
): Promise<RecordRow[]> {
  const withCard = cardIds.length === 0 ? [] : await holdersOf(db, accountId, cardIds).execute()
  const withEmail = emailKeys.length === 0 ? [] : await havingEmail(db, accountId, emailKeys)
  const holders = [...withCard.map((row) => row.record_id), ...withEmail.map((row) => row.id)]
  const wanted = [...new Set([...ids, ...holders])]
  if (wanted.length === 0) return []
  const rows = db
    .selectFrom('record')
    .selectAll()
    .where('account_id', '=', accountId)
    .where(oneOf(db, 'id', wanted))
    .orderBy('id')
  return (hasRowLocks(db) ? rows.forUpdate() : rows).execute()
}

function havingEmail(db: CloudDatabase, accountId: string, emailKeys: readonly string[]) {
  return db
    .selectFrom('record')
    .select('id')
    .where('account_id', '=', accountId)
    .where('deleted', '=', 0)
    .where(oneOf(db, 'email_key', emailKeys))
    .execute()
}

/** Rows that are locked, each with all its columns, in the order in which they were changed last. */
async function writeOver(db: CloudDatabase, rows: readonly RecordRow[]) {
  const [first] = rows
  if (first === undefined) return
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a row of this table
  const columns = Object.keys(first) as (keyof RecordRow)[]
  await db
    .insertInto('record')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'id'])
        .doUpdateSet((row) =>
          Object.fromEntries(columns.map((name) => [name, row.ref(`excluded.${name}`)])),
        ),
    )
    .execute()
}

function keysOf(row: RecordRow | undefined): string[] {
  if (row === undefined || row.deleted === 1) return []
  const cards = cardIdsOf(row).map((cardId) => keyOf({ cardId }))
  return row.email === null ? cards : [...cards, keyOf({ email: row.email })]
}
