import { type Result, ok } from '../../core/outcome.ts'
import type { StoreRefusal } from '../../core/session.ts'
import { createAccepting } from './accept.ts'
import { createClaim } from './claim.ts'
import type { Database } from './database.ts'
import type { DeskStore } from './desk-store.ts'
import { type FeedSetting, createFeed } from './feed.ts'
import { deskMigrations } from './migrations/index.ts'
import { notYet } from './not-yet.ts'
import { createOpLog } from './op-log.ts'
import { type OpenOptions, openDatabase } from './open-database.ts'
import { createOutboxRows } from './outbox-rows.ts'
import { createParked } from './parked.ts'
import { createPeopleLists } from './people-lists.ts'
import { createPendingPages } from './pending-page.ts'
import { createQueue } from './queue.ts'
import { createRecords } from './records.ts'
import { createSettings } from './settings.ts'
import { createSettling } from './settle.ts'

/** Opens the database of one cloud, account and person; see `openDatabase`. */
export function openDeskStore(
  options: Omit<OpenOptions, 'migrations' | 'key'>,
): Result<DeskStore, StoreRefusal> {
  const db = openDatabase({ ...options, key: null, migrations: deskMigrations })
  return db.ok ? ok(createDeskStore(db.value)) : db
}

/** On an open and migrated database. */
export function createDeskStore(db: Database): DeskStore {
  const ops = createOutboxRows(db)
  const records = createRecords(db, ops)
  const log = createOpLog(db)
  const settings = createSettings<FeedSetting>(db)
  const feed = createFeed(db, { records, settings })
  const settling = createSettling(db, { ops, records, feed: feed.records, log })
  const pages = createPendingPages(db)
  const { directory, ...coming } = notYet

  return {
    people: {
      ...coming,
      ...createAccepting(db, { ops, records, log }),
      ...createParked(db, { ops, records, log, settling }),
      ...createPeopleLists(db),
      pendingPage: (query) => db.read(() => pages(query)),
    },
    outbox: {
      ...createQueue(db),
      claim: createClaim(db, { ops, records }),
      settle: settling.settle,
    },
    feed: feed.store,
    directory,
    close: () => db.close(),
  }
}
