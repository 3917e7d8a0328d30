import type { AnswerOf } from '../cloud-client/cloud-client.ts'
import type { FeedStore } from '../store/desk-store.ts'
import type { SyncClock, SyncReport } from './sync-engine.ts'

/**
 * Once a day, and soon after a start because many desks are switched off every evening: does the copy
 * say what the cloud says? A difference is reported and healed by a snapshot.
 */
export type DigestCheck = {
  due(): boolean
  dueInMs(): number
  /** Could not be asked for; the copy works without, so it simply comes later. */
  postpone(): void
  /** `behind`: the cloud has moved on, catch up and ask again. */
  compare(answer: AnswerOf<'digest'>): 'same' | 'behind' | 'diverged'
}

const firstAfterMs = 10 * 60_000
const everyMs = 24 * 3_600_000
const againAfterMs = 60_000
const postponedMs = 3_600_000

export function createDigestCheck(deps: {
  readonly feed: FeedStore
  readonly clock: SyncClock
  readonly report: (event: SyncReport) => void
}): DigestCheck {
  const { feed, clock, report } = deps
  let dueAt = clock.monotonicMs() + firstAfterMs * (0.5 + clock.random())
  const dueInMs = () => Math.max(0, dueAt - clock.monotonicMs())

  return {
    dueInMs,
    due: () => dueInMs() === 0,
    postpone: () => void (dueAt = clock.monotonicMs() + postponedMs),

    compare(answer) {
      const now = clock.monotonicMs()
      if (answer.cursor !== feed.cursor()) {
        dueAt = now + againAfterMs
        return 'behind'
      }
      dueAt = now + everyMs
      const own = feed.digest()
      const buckets = own.buckets.every((bucket, index) => bucket === answer.buckets[index])
      if (own.count === answer.count && buckets) return 'same'
      report({ kind: 'diverged', ownCount: own.count, cloudCount: answer.count })
      return 'diverged'
    },
  }
}
