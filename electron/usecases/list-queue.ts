import { type Result, fail } from '../../contracts/result.ts'
import type { QueuePage, QueueQuery } from '../../core/queue.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'

/** What the cloud has not confirmed yet: what, for whom, since when and why. */
export function listQueue(
  place: Workplace,
  { after, limit }: QueueQuery,
): Result<QueuePage, 'signed-out' | StoreRefusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  return place.reading(() => {
    const found = desk.queue(after, limit + 1)
    return { rows: found.slice(0, limit), hasMore: found.length > limit }
  })
}
