import type { Database } from '../../electron/store/database.ts'
import { createDeskStore } from '../../electron/store/open-desk-store.ts'
import { timed } from './timed.ts'

/** Cards that somebody holds, that may be the same, and that nobody holds, whole and in part. */
const cards = [
  '04000000000003',
  '03000000000004',
  '040000',
  '00000004',
  '88040000',
  '04FFFFFFFFFFFF',
  'DEADBEEF',
]

/** Through the store, against a look at every card for one that is alike. */
export function measureHints(db: Database) {
  const { people } = createDeskStore(db)
  const times = { found: [] as number[], scan: [] as number[] }
  const scan = db.prepare<[string, string]>(
    'SELECT id FROM record WHERE deleted = 0 AND (instr(card, ?) = 1 OR instr(card_turned, ?) = 1)',
  )
  for (const cardId of cards) {
    const query = { email: null, cardId, surfaceId: null, except: null }
    for (let n = 0; n < 20; n += 1) times.found.push(timed(() => people.hints(query)))
    times.scan.push(timed(() => scan.all(cardId, cardId)))
  }
  return times
}
