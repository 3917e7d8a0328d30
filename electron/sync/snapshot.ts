import type { AnswerOf } from '../cloud-client/cloud-client.ts'
import type { FeedStore } from '../store/desk-store.ts'
import type { SyncClock, SyncRequest } from './sync-engine.ts'

/** A whole fresh copy, page by page beside the old one and swapped in at the end. The outbox stays as it is. */
export type Snapshot = {
  begin(): void
  /** The page to ask for; null when no snapshot is under way. */
  next(): Extract<SyncRequest, { kind: 'snapshot' }> | null
  /** `stuck`: the page led nowhere, it begins anew. */
  take(page: AnswerOf<'snapshot'>): 'more' | 'finished' | 'stuck'
}

export function createSnapshot(
  feed: FeedStore,
  clock: Pick<SyncClock, 'wallTime' | 'newId'>,
): Snapshot {
  /** `cursor` is the one of the first page: what changes while reading is then in the feed behind it. */
  let under: { readonly after: string | null; readonly cursor: string | null } | null = null
  let begun = false

  function begin() {
    under = { after: null, cursor: null }
    begun = false
  }

  return {
    begin,
    next: () => (under === null ? null : { kind: 'snapshot', after: under.after }),

    take(page) {
      if (under === null) return 'stuck'
      const after = page.records.at(-1)?.id ?? null
      if (page.hasMore && (after === null || (under.after !== null && after <= under.after))) {
        begin()
        return 'stuck'
      }
      if (!begun) feed.beginSnapshot()
      begun = true
      const cursor = under.cursor ?? page.cursor
      feed.addToSnapshot(page.records)
      under = { after, cursor }
      if (page.hasMore) return 'more'
      const { restored } = page
      const { wallTime, newId } = clock
      feed.finishSnapshot(cursor, restored ? { ...restored, at: wallTime(), newId } : null)
      under = null
      return 'finished'
    },
  }
}
