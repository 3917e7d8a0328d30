import { seesOnlyRegion } from '../../core/role.ts'
import type { RecordBook } from '../store/record-book.ts'
import type { RecordRow } from '../store/records.ts'
import type { Actor } from './operation-context.ts'
import { maySee } from './rules.ts'

/**
 * The records of the account as far as there are any for the actor: of whoever is limited to a region, those of
 * others are as if they did not exist, but for `holder`, which a card or an email has one of.
 */
export type SeenBook = RecordBook & {
  /** `hidden`: the id is taken by a record that is not there for the actor. */
  look(id: string): Promise<RecordRow | 'hidden' | null>
}

export function seenBook(book: RecordBook, actor: Actor): SeenBook {
  const look = async (id: string) => {
    const row = await book.find(id)
    return row !== null && isHidden(actor, row) ? 'hidden' : row
  }
  return {
    ...book,
    look,
    async find(id) {
      const row = await look(id)
      return row === 'hidden' ? null : row
    },
  }
}

/** Only for whoever is limited to a region: what others made is there for an Installer, who may not touch it. */
export function isHidden(actor: Actor, row: RecordRow): boolean {
  return seesOnlyRegion(actor.role) && !maySee(actor, row)
}
