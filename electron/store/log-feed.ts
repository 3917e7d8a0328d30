import { keptLogLines } from '../../core/desk-log/log-page.ts'
import type { Database } from './database.ts'
import { createPutLine } from './log-row.ts'
import type { LogKeeping, LogStore } from './log-store.ts'
import type { Settings } from './settings.ts'

export type LogSetting = 'log-keeping' | 'log-newest' | 'log-older'

export const trimLogSql = `DELETE FROM log_line WHERE outbox_seq IS NULL AND (at, op_id, nth) < (
  SELECT at, op_id, nth FROM log_line ORDER BY at DESC, op_id DESC, nth DESC LIMIT 1 OFFSET ?)`

/** What the cloud has answered, but does not tell in its log. */
export const untoldLogSql = 'SELECT 1 FROM log_line WHERE told = 1 AND outbox_seq IS NULL LIMIT 1'

type Feed = Pick<LogStore, 'keeping' | 'setKeeping' | 'read' | 'take' | 'reachedEnd' | 'startAnew'>

/** What the cloud tells of its log. `keeping` also inside a transaction. */
export function createLogFeed(
  db: Database,
  settings: Settings<LogSetting>,
  kept = keptLogLines,
): Feed {
  const put = createPutLine(db)
  const trim = db.prepare<[number]>(trimLogSql)
  const count = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM log_line')
  const forget = db.prepare('DELETE FROM log_line WHERE told > 0 AND outbox_seq IS NULL')
  const replaced = db.prepare<[string]>('DELETE FROM log_line WHERE told = 1 AND op_id = ?')
  const anyUntold = db.prepare(untoldLogSql)
  // A cloud that comes to keep a log knows nothing of what was done before.
  const answeredBefore = db.prepare(
    'UPDATE log_line SET told = 1 WHERE told = 0 AND outbox_seq IS NULL AND refusal IS NULL',
  )
  const untold = db.prepare('DELETE FROM log_line WHERE told = 1 AND outbox_seq IS NULL')

  const keeping = (): LogKeeping => {
    const said = settings.get('log-keeping')
    return said === 'shown' || said === 'hidden' || said === 'none' ? said : 'unknown'
  }

  function startAnew(): void {
    forget.run()
    settings.set('log-newest', null)
    settings.set('log-older', null)
  }

  return {
    keeping,
    setKeeping(said) {
      const before = keeping()
      if (before === said) return
      db.write(() => {
        settings.set('log-keeping', said)
        if (before === 'unknown' && said !== 'none') answeredBefore.run()
        // Whoever may not read it any more has no copy of it either.
        if (said === 'hidden') startAnew()
      })
    },
    read: () =>
      db.read(() => ({ newest: settings.get('log-newest'), older: settings.get('log-older') })),
    take: (lines, { newest, older, isEnd }) =>
      db.write(() => {
        for (const line of lines) put(line, { seq: null, told: 2 })
        // The cloud may have met other cards than this desk knew of.
        for (const { opId } of lines) replaced.run(opId)
        if (isEnd) untold.run()
        trim.run(kept - 1)
        const full = (count.get()?.n ?? 0) >= kept
        settings.set('log-newest', newest)
        settings.set('log-older', full ? null : older)
      }),
    reachedEnd() {
      if (db.read(() => anyUntold.get()) !== undefined) db.write(() => untold.run())
    },
    startAnew: () => db.write(startAnew),
  }
}
