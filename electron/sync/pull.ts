import type { AnswerOf } from '../cloud-client/cloud-client.ts'
import type { DirectoryStore, FeedStore } from '../store/desk-store.ts'
import type { ErasureStore } from '../store/erasures.ts'
import type { LogStore } from '../store/log-store.ts'
import { createLogPull } from './log-pull.ts'
import { createDigestCheck } from './digest-check.ts'
import { createSnapshot } from './snapshot.ts'
import type { SyncClock, SyncReport, SyncRequest } from './sync-engine.ts'

type PullRequest = Exclude<SyncRequest, { kind: 'batch' }>

/**
 * Follows the change feed by cursor, takes a snapshot when the feed no longer reaches back, checks daily,
 * and keeps directory and desk log as new as the feed says they are.
 */
export type Pull = {
  next(): PullRequest | null
  /** Each returns whether the answer brought the copy further; `false` counts as a failure of this direction. */
  changes(answer: AnswerOf<'changes'>): boolean
  snapshot(answer: AnswerOf<'snapshot'>): boolean
  digest(answer: AnswerOf<'digest'>): boolean
  digestFailed(): void
  directory(answer: AnswerOf<'directory'>): boolean
  /** The desk works with the one it has; the next page of changes tells again that there is another. */
  directoryFailed(): void
  erasures(answer: AnswerOf<'erasures'>): boolean
  /** The next page of changes tells again that there are some. */
  erasuresFailed(): void
  log(answer: AnswerOf<'log'>): boolean
  logFailed(): void
  logExpired(): void
  /** `false`: expired again right after a snapshot, which leads nowhere. */
  cursorExpired(): boolean
  soon(): void
  nextDueMs(): number
}

const everyMs = 30_000

export function createPull(deps: {
  readonly feed: FeedStore
  readonly directory: DirectoryStore
  readonly log: LogStore
  readonly erasures: ErasureStore
  readonly clock: SyncClock
  readonly report: (event: SyncReport) => void
}): Pull {
  const { feed, directory, erasures, clock } = deps
  const snapshot = createSnapshot(feed, clock)
  const digest = createDigestCheck(deps)
  const log = createLogPull(deps.log)
  let dueAt = clock.monotonicMs()
  let asked: string | null = null
  let catchingUp = false
  let newDirectory = false
  let toForget = false

  const dueInMs = () => Math.max(0, dueAt - clock.monotonicMs())
  /** 30 s ± 20 %, so that desks that started together drift apart. */
  const later = () => (dueAt = clock.monotonicMs() + everyMs * (0.8 + 0.4 * clock.random()))

  function next(): PullRequest | null {
    const page = snapshot.next()
    if (page !== null) return page
    if (dueInMs() === 0) {
      asked = feed.cursor()
      return { kind: 'changes', cursor: asked }
    }
    if (toForget) return { kind: 'erasures', after: erasures.known() ?? 0 }
    if (newDirectory) return { kind: 'directory' }
    return log.next() ?? (digest.due() ? { kind: 'digest' } : null)
  }

  /** Nobody of before is in a file that is filled only now. */
  function hearErasures({ from, erased }: AnswerOf<'changes'>) {
    if (erased === undefined) return
    const known = erasures.known()
    const anew = from === null && known === null
    // A cloud that was put back to an earlier state counts on from there.
    if (anew || (known !== null && erased < known)) erasures.begin(erased)
    toForget = erased > (erasures.known() ?? 0)
  }

  return {
    next,

    changes(answer) {
      const stuck = answer.hasMore && answer.next === answer.from
      if (stuck || answer.from !== asked || !feed.applyPage(answer)) return false
      if (!answer.hasMore) {
        later()
        catchingUp = false
      }
      // 0: there is none.
      newDirectory = answer.directory > 0 && answer.directory !== directory.get().version
      hearErasures(answer)
      log.heard(answer.log)
      return true
    },

    snapshot(answer) {
      const step = snapshot.take(answer)
      if (step === 'finished') {
        catchingUp = true
        dueAt = clock.monotonicMs()
      }
      return step !== 'stuck'
    },

    digest(answer) {
      const verdict = digest.compare(answer)
      if (verdict === 'behind') dueAt = clock.monotonicMs()
      if (verdict === 'diverged') snapshot.begin()
      return true
    },

    digestFailed: () => digest.postpone(),

    directory(answer) {
      directory.replace(answer)
      newDirectory = false
      return true
    },

    directoryFailed: () => void (newDirectory = false),
    erasures({ erasures: some, hasMore }) {
      const last = some.at(-1)
      if (last === undefined) return false
      const ids = some.map(({ id }) => id)
      erasures.take(ids, last.seq)
      toForget = hasMore
      return true
    },

    erasuresFailed: () => void (toForget = false),
    log: (answer) => log.take(answer),
    logFailed: () => log.failed(),
    logExpired: () => log.expired(),

    cursorExpired() {
      snapshot.begin()
      return !catchingUp
    },
    soon: () => void (dueAt = clock.monotonicMs()),
    nextDueMs: () =>
      snapshot.next() !== null || toForget || newDirectory || log.next() !== null
        ? 0
        : Math.min(dueInMs(), digest.dueInMs()),
  }
}
