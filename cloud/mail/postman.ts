import { nextDue } from '../store/mail-queue.ts'
import { deliverNext } from './deliver.ts'
import type { DeliverDeps } from './prepared.ts'

/** Looks again at least so often: another cloud on this database may have queued something. */
const longestSleepMs = 60_000
/** After a mistake of our own, so that it does not repeat itself at full speed. */
const afterBugMs = 30_000

export type Postman = ReturnType<typeof createPostman>

/** Carries mails out one by one, as they come due. */
export function createPostman(deps: DeliverDeps & { readonly onBug: (error: unknown) => void }) {
  let timer: NodeJS.Timeout | null = null
  let round: Promise<void> | null = null
  let asked = false
  let stopped = true
  const running = () => !stopped

  function nudge() {
    if (stopped) return
    asked = true
    if (timer) clearTimeout(timer)
    timer = null
    round ??= work().finally(roundEnded)
  }

  /** Whoever asked between the last look and now found a round that was over. */
  function roundEnded() {
    round = null
    if (asked) nudge()
  }

  async function work() {
    let sleepMs = longestSleepMs
    try {
      while (asked && running()) {
        asked = false
        while (running() && (await deliverNext(deps)));
      }
      const due = await nextDue(deps.db)
      if (due) sleepMs = Math.min(sleepMs, Math.max(0, due.getTime() - deps.now().getTime()))
    } catch (error) {
      deps.onBug(error)
      sleepMs = afterBugMs
    }
    if (stopped) return
    timer = setTimeout(nudge, Math.max(sleepMs, 10))
    timer.unref()
  }

  return {
    start() {
      stopped = false
      nudge()
    },
    /** Something may have been queued. */
    nudge,
    /** The mail under way is finished and noted first. */
    async stop() {
      stopped = true
      if (timer) clearTimeout(timer)
      await round
      deps.mailer.close()
    },
  }
}
