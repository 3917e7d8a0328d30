import type { View } from '../store/feed.ts'
import { sha256 } from '../tokens.ts'

/**
 * Opaque to clients: a position, bound to the feed it belongs to (this cloud's database, the account, and
 * whether all records, a region's or only a person's own are seen). A cursor of another feed cannot be read.
 */
export function createCursors(epoch: string) {
  const binding = (view: View) =>
    sha256(`${epoch} ${view.accountId} ${view.createdBy ?? view.regionId ?? 'all'}`).slice(0, 16)
  return {
    write(view: View, position: number): string {
      return Buffer.from(`${binding(view)}.${position}`).toString('base64url')
    },

    /** The position, or null when the cursor is not of this feed. */
    read(view: View, cursor: string): number | null {
      const text = Buffer.from(cursor, 'base64url').toString('latin1')
      const [bound, position, ...rest] = text.split('.')
      if (bound !== binding(view) || rest.length > 0) return null
      return position && /^\d{1,15}$/.test(position) ? Number(position) : null
    },
  }
}

export type Cursors = ReturnType<typeof createCursors>
