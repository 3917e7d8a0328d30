import { expect } from 'vitest'
import type { Change } from '../../core/record.ts'
import type { Desk } from './cloud-desk.ts'

/** Pulls from a cursor to the head, as a desk does. */
export async function pull(desk: Desk, from?: string, limit = 500) {
  const changes: Change[] = []
  let cursor = from
  for (;;) {
    const page = await desk.changes(cursor, limit)
    expect(page.from).toBe(cursor ?? null)
    changes.push(...page.changes)
    cursor = page.next
    if (!page.hasMore) return { changes, cursor }
  }
}
