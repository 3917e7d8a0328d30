import type { CardContext } from '../../core/desk-log/card-context.ts'
import type { Database } from './database.ts'
import { type LogSetting, createLogFeed } from './log-feed.ts'
import { type LogLines, createLogLines } from './log-lines.ts'
import { createLogPages } from './log-pages.ts'
import type { LogAuthor, LogStore } from './log-store.ts'
import type { OutboxRows } from './outbox-rows.ts'
import type { Records } from './records.ts'
import type { Settings } from './settings.ts'

/** The log as it is read, and as the outbox writes it. */
export function createDeskLog(
  db: Database,
  parts: {
    readonly ops: OutboxRows
    readonly records: Records
    readonly settings: Settings<LogSetting>
  },
): {
  readonly store: LogStore
  readonly lines: LogLines
  /** What a cloud that keeps a log is told beside the operation at this place; null: nothing. */
  readonly contextOf: (seq: number) => CardContext | null
} {
  let author: LogAuthor = { who: '', deskId: '', desk: '' }
  const feed = createLogFeed(db, parts.settings)
  const keeping = feed.keeping
  const lines = createLogLines(db, { ...parts, author: () => author, keeping })
  return {
    store: {
      ...feed,
      ...createLogPages(db, () => author.deskId),
      setAuthor: (now) => void (author = now),
    },
    lines,
    contextOf: (seq) => {
      const said = keeping()
      return said === 'unknown' || said === 'none' ? null : lines.momentOf(seq)
    },
  }
}
