import type { DeskStore } from '../../electron/store/desk-store.ts'

/**
 * The same store on a disk that fails by dice: before a write, or right after its COMMIT, when the
 * program cannot know any more that it happened.
 */
export function withDiskFaults(
  store: DeskStore,
  fails: () => boolean,
): Pick<DeskStore, 'outbox' | 'feed' | 'directory' | 'log' | 'erasures'> {
  function faulty<T>(work: () => T): T {
    if (fails()) throw new Error('disk I/O error')
    const value = work()
    if (fails()) throw new Error('disk I/O error after commit')
    return value
  }
  const { outbox, feed, directory, log, erasures } = store
  return {
    outbox: {
      recover: () => faulty(() => outbox.recover()),
      claim: (limits) => faulty(() => outbox.claim(limits)),
      settle: (settlements) => faulty(() => outbox.settle(settlements)),
      atOnce: (work) => outbox.atOnce(work),
      counts: () => outbox.counts(),
      waiting: (after, limit) => outbox.waiting(after, limit),
    },
    feed: {
      cursor: () => feed.cursor(),
      applyPage: (page) => faulty(() => feed.applyPage(page)),
      beginSnapshot: () => faulty(() => feed.beginSnapshot()),
      addToSnapshot: (records) => faulty(() => feed.addToSnapshot(records)),
      finishSnapshot: (...all) => faulty(() => feed.finishSnapshot(...all)),
      digest: () => feed.digest(),
    },
    directory: {
      get: () => directory.get(),
      replace: (next) => faulty(() => directory.replace(next)),
    },
    erasures: {
      known: () => erasures.known(),
      begin: (count) => faulty(() => erasures.begin(count)),
      take: (ids, upTo) => faulty(() => erasures.take(ids, upTo)),
    },
    log: {
      ...log,
      setKeeping: (keeping) => faulty(() => log.setKeeping(keeping)),
      take: (lines, read) => faulty(() => log.take(lines, read)),
      reachedEnd: () => faulty(() => log.reachedEnd()),
      startAnew: () => faulty(() => log.startAnew()),
    },
  }
}
