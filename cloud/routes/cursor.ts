import type { Sight } from '../../core/sight.ts'
import type { View } from '../store/feed.ts'
import { sha256 } from '../tokens.ts'

/**
 * Opaque to clients: a position, bound to the feed it belongs to (this cloud's database, the account, and
 * whether all records, a region's, only a person's own or none are seen). A cursor of another feed cannot be
 * read: whose sight changes takes a snapshot.
 */
export function createCursors(epoch: string) {
  const binding = ({ accountId, sight }: View) =>
    sha256(`${epoch} ${accountId} ${seenBy(sight)}`).slice(0, 16)
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

function seenBy(sight: Sight): string {
  switch (sight.of) {
    case 'account':
      return 'all'
    case 'own':
      return sight.personId
    case 'region':
      return sight.regionId
    case 'nobody':
      return 'nobody'
  }
}

export type Cursors = ReturnType<typeof createCursors>
