import type { AnswerOf } from '../cloud-client/cloud-client.ts'
import type { LogStore } from '../store/log-store.ts'
import type { SyncRequest } from './sync-engine.ts'

type LogRequest = Extract<SyncRequest, { kind: 'log' }>

/**
 * Reads the cloud's desk log: its end first, then whatever comes, and what lies before until the desk has
 * as much as it keeps.
 */
export type LogPull = {
  /** What a page of changes says: absent where the cloud keeps no log, null for who may not read it. */
  heard(end: string | null | undefined): void
  next(): LogRequest | null
  /** `false`: the answer leads nowhere. */
  take(answer: AnswerOf<'log'>): boolean
  /** The desk works without; the next page of changes tells again how far the log goes. */
  failed(): void
  /** The cursors are of another log. */
  expired(): void
}

export function createLogPull(log: LogStore): LogPull {
  let end: string | null = null
  let asked: LogRequest['query'] = {}

  function queryFor(): LogRequest['query'] | null {
    if (end === null) return null
    const { newest, older } = log.read()
    if (newest === null) return {}
    if (newest !== end) return { newerThan: newest }
    return older === null ? null : { olderThan: older }
  }

  return {
    heard(told) {
      end = told ?? null
      if (end !== null && end === log.read().newest) log.reachedEnd()
      log.setKeeping(told === undefined ? 'none' : told === null ? 'hidden' : 'shown')
    },

    next() {
      const query = queryFor()
      if (query === null) return null
      asked = query
      return { kind: 'log', query }
    },

    take({ lines, next, hasMore, newest }) {
      const before = log.read()
      if (hasMore && next === (asked.newerThan ?? asked.olderThan)) return false
      const older = hasMore ? next : null
      if (asked.newerThan !== undefined) {
        log.take(lines, { newest: next, older: before.older, isEnd: !hasMore })
        // What came meanwhile is told with the next changes.
        if (!hasMore) end = next
      } else if (asked.olderThan !== undefined) {
        log.take(lines, { newest: before.newest, older, isEnd: false })
      } else {
        log.take(lines, { newest, older, isEnd: !hasMore })
        end = newest
      }
      return true
    },

    failed: () => void (end = null),
    expired: () => log.startAnew(),
  }
}
