import type { CloudDatabase } from './store/open-database.ts'
import { endTemporaryCards } from './store/end-temporary-cards.ts'
import { purge } from './store/purge.ts'

const purgeMs = 6 * 3_600_000
const cardsMs = 60_000

/** Purges what has had its time, at the start and then four times a day; ends temporary cards by the minute. */
export function createHousekeeping(deps: {
  readonly db: CloudDatabase
  readonly now: () => Date
  readonly onBug: (error: unknown) => void
}) {
  const timers: NodeJS.Timeout[] = []
  let running = Promise.resolve()
  const inTurn = (work: (db: CloudDatabase, now: Date) => Promise<void>) => () => {
    running = running.then(() => work(deps.db, deps.now())).catch(deps.onBug)
  }
  return {
    start() {
      for (const [work, everyMs] of [
        [inTurn(purge), purgeMs],
        [inTurn(endTemporaryCards), cardsMs],
      ] as const) {
        work()
        const timer = setInterval(work, everyMs)
        timer.unref()
        timers.push(timer)
      }
    },
    async stop() {
      for (const timer of timers.splice(0)) clearInterval(timer)
      await running
    },
  }
}
