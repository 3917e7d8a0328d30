import type { CloudDatabase } from './store/open-database.ts'
import { purge } from './store/purge.ts'

const everyMs = 6 * 3_600_000

/** Purges what has had its time, some time after the start and then four times a day. */
export function createHousekeeping(deps: {
  readonly db: CloudDatabase
  readonly now: () => Date
  readonly onBug: (error: unknown) => void
}) {
  let timer: NodeJS.Timeout | null = null
  let running = Promise.resolve()
  const run = () => {
    running = purge(deps.db, deps.now()).catch(deps.onBug)
  }
  return {
    start() {
      run()
      timer = setInterval(run, everyMs)
      timer.unref()
    },
    async stop() {
      if (timer) clearInterval(timer)
      await running
    },
  }
}
