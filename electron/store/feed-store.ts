import type { Change } from '../../core/record.ts'
import type { RestoredNow } from './lost-by-restore.ts'

/** What the cloud says of records. */
export type FeedStore = {
  cursor(): string | null
  /** Page and cursor in one transaction; refused (false) when `from` is not the own cursor. Never lowers a base version. */
  applyPage(page: {
    readonly from: string | null
    readonly next: string
    readonly changes: readonly Change[]
    /** The first page says whether the cloud was put back to a backup before this copy was begun. */
    readonly restored?: Omit<RestoredNow, 'at' | 'newId'> | null | undefined
  }): boolean
  /** A fresh copy beside the old one; nothing is visible until `finishSnapshot` swaps it in. The outbox is untouched. */
  beginSnapshot(): void
  addToSnapshot(records: readonly Change[]): void
  /** `restored`: the cloud was put back to a backup; what it lost of this desk's work is queued again. */
  finishSnapshot(cursor: string, restored?: RestoredNow | null): void
  /** Count and 16 bucket hashes over (id, version) as `contracts/cloud-api` defines them. */
  digest(): { readonly count: number; readonly buckets: readonly string[] }
}
