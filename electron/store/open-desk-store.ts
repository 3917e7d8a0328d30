import { type Result, fail, ok } from '../../core/outcome.ts'
import type { StoreRefusal } from '../../core/session.ts'
import { createAccept } from './accept.ts'
import { createAcceptMany } from './accept-many.ts'
import { createAccepting } from './accepting.ts'
import { createClaim } from './claim.ts'
import { createCardSteps } from './card-steps.ts'
import { type Database, StoreUnavailable } from './database.ts'
import type { DeskStore, WriteRefusal } from './desk-store.ts'
import { createDeskLog } from './desk-log.ts'
import { type DirectorySetting, createDirectoryStore } from './directory.ts'
import { type DraftSetting, createDraft } from './draft.ts'
import { type ErasureSetting, createErasures } from './erasures.ts'
import { type FeedSetting, createFeed } from './feed.ts'
import { type EncodeSetting, createEncodeAnew } from './encode-anew.ts'
import { createHandOver } from './hand-over.ts'
import { createHints } from './hints.ts'
import { deskMigrations } from './migrations/index.ts'
import { createLabels } from './labels.ts'
import { createLockStore } from './lock-store.ts'
import type { LogSetting } from './log-feed.ts'
import { withLog } from './logged-rows.ts'
import { createLooseCards } from './loose-cards.ts'
import { createNotices } from './notices.ts'
import { createOpLog } from './op-log.ts'
import { type OpenOptions, openDatabase } from './open-database.ts'
import { createOutboxRows } from './outbox-rows.ts'
import { createParked } from './parked.ts'
import { createPeopleLists } from './people-lists.ts'
import { createQueue } from './queue.ts'
import { createRecords } from './records.ts'
import { createRosters } from './rosters.ts'
import { createSettings } from './settings.ts'
import { createSettling } from './settle.ts'
import { type SortSetting, createSortOrder } from './sort-order.ts'
import { type StaleSetting, refreshStaleColumns } from './stale-columns.ts'
import { createStanding } from './standing.ts'
import { createUndo } from './undo.ts'
import { createUnsent } from './unsent.ts'

type Setting =
  | FeedSetting
  | DirectorySetting
  | DraftSetting
  | EncodeSetting
  | ErasureSetting
  | LogSetting
  | SortSetting
  | StaleSetting

/** Opens the database of one cloud, account and person; see `openDatabase`. */
export function openDeskStore(
  options: Omit<OpenOptions, 'migrations' | 'key'>,
): Result<DeskStore, StoreRefusal> {
  const db = openDatabase({ ...options, key: null, migrations: deskMigrations })
  if (!db.ok) return db
  try {
    return ok(createDeskStore(db.value))
  } catch (error) {
    db.value.close()
    if (error instanceof StoreUnavailable) return fail(error.refusal)
    throw error
  }
}

/** On an open and migrated database. Throws `StoreUnavailable`. */
export function createDeskStore(db: Database): DeskStore {
  const settings = createSettings<Setting>(db)
  const order = createSortOrder(db, settings)
  const rows = createOutboxRows(db)
  const records = createRecords(db, rows)
  refreshStaleColumns(db, records, settings)

  const deskLog = createDeskLog(db, { ops: rows, records, settings })
  const ops = withLog(rows, deskLog.lines)
  const log = createOpLog(db)
  const notices = createNotices(db)
  const accepting = createAccepting({ ops, records, log })
  const undo = createUndo({ ops, records, log })
  const unsent = createUnsent({ ops, records, log })
  const feed = createFeed(db, { records, settings, ops, accepting })
  const settling = createSettling(db, {
    ops,
    records,
    feed: feed.records,
    log,
    notices,
    lines: deskLog.lines,
  })

  const accept = createAccept(db, { ops, records, accepting })
  const waiting = createParked(db, { ops, records, log, settling, accepting })
  const lists = createPeopleLists(db, order.language)

  return {
    people: {
      ...accept,
      ...createAcceptMany(db, { accepting, undo }),
      ...createCardSteps(db, { ops, records, accepting, undo }),
      ...waiting,
      encodeAnew: createEncodeAnew(db, {
        parked: waiting.parked,
        decide: waiting.decideParked,
        settings,
      }),
      ...lists,
      ...createHints(db, order.language),
      ...createDraft(db, settings),
      highestLabel: createLabels(db),
      undoMove: (opId) =>
        db.attempt<{ readonly undone: boolean }, WriteRefusal>(() =>
          ok({ undone: undo(opId, 'move-card') }),
        ),
      cancelUnsent: (skip) => void db.write(() => unsent.cancelDeleted(skip)),
      standing: createStanding(db),
      notices: notices.all,
      dismissNotice: notices.dismiss,
      setLanguage: order.setLanguage,
    },
    outbox: {
      ...createQueue(db),
      claim: createClaim(db, { ops, records, unsent, contextOf: deskLog.contextOf }),
      settle: settling.settle,
      atOnce: (work) => db.write(work),
    },
    feed: feed.store,
    directory: createDirectoryStore(db, settings),
    rosters: createRosters(db, { people: { ...accept, fields: lists.fields }, ops, undo }),
    loose: createLooseCards(db),
    log: deskLog.store,
    handOver: createHandOver(db, { ops, records, settling, accepting, ...accept }),
    lock: createLockStore(db),
    erasures: createErasures(db, {
      ops,
      log,
      settings,
      readLogAnew: () => deskLog.store.startAnew(),
    }),
    close: () => db.close(),
  }
}
