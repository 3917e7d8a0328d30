import type { LogLine } from '../../core/desk-log/desk-log.ts'
import type { LogFilter, LogPage, LogQuery, LogRow } from '../../core/desk-log/log-page.ts'

/** Whose lines this desk writes. */
export type LogAuthor = { readonly who: string; readonly deskId: string; readonly desk: string }

/**
 * What the cloud does with a desk log: `unknown` until it has said something; `hidden` from whoever may not
 * read it.
 */
export type LogKeeping = 'unknown' | 'none' | 'hidden' | 'shown'

/** Cursors of how far the cloud's log was read; `older` null: nothing older is wanted. */
export type LogRead = { readonly newest: string | null; readonly older: string | null }

/** The log of cards: lines of operations that wait here, and the cloud's newest ones. */
export type LogStore = {
  /** Of the lines that are written from now on. */
  setAuthor(author: LogAuthor): void
  page(query: LogQuery): LogPage
  /** All that match, newest first. */
  all(filter: LogFilter): readonly LogRow[]
  keeping(): LogKeeping
  /** What the cloud says first holds for what it answered before, too. */
  setKeeping(keeping: Exclude<LogKeeping, 'unknown'>): void
  read(): LogRead
  /**
   * Lines and cursors in one transaction; beyond the newest 50,000 nothing is kept, nor wanted. `isEnd`: of
   * all that the cloud has answered until now nothing newer is to come.
   */
  take(lines: readonly LogLine[], read: LogRead & { readonly isEnd: boolean }): void
  /** Of all that the cloud has answered until now nothing newer is to come. */
  reachedEnd(): void
  /** The cloud's log is another one: what was read of it goes. */
  startAnew(): void
}
