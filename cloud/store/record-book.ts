import { type RecordRow, findHolder, findRecord, insertRecord, replaceRecord } from './records.ts'
import type { CloudDatabase } from './open-database.ts'
import { emailKey } from './people.ts'

export type CardOrEmail = { readonly cardId: string } | { readonly email: string }

/** The records of an account as an open transaction sees and changes them. */
export type RecordBook = {
  /** The living record or tombstone; null when there is none. */
  find(id: string): Promise<RecordRow | null>
  /** The living record that holds this card or email; null for none. */
  holder(by: CardOrEmail): Promise<RecordRow | null>
  insert(row: RecordRow): Promise<void>
  /** The next version of a record. Throws `OvertakenError` when it is no longer at the version before. */
  replace(row: RecordRow): Promise<void>
}

/** Each question and each change is a statement of its own. */
export function directBook(db: CloudDatabase, accountId: string): RecordBook {
  return {
    find: (id) => findRecord(db, accountId, id),
    holder: (by) => findHolder(db, accountId, by),
    insert: (row) => insertRecord(db, row),
    replace: (row) => replaceRecord(db, row),
  }
}

export const keyOf = (by: CardOrEmail): string =>
  'cardId' in by ? `card ${by.cardId}` : `email ${emailKey(by.email)}`
