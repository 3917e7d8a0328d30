import type { PersonRow } from '../../../core/pending-page.ts'

/** Nobody sent yesterday was sent "just now", unless they are still on their way. */
export function recentEnough(rows: readonly PersonRow[], now: Date): readonly PersonRow[] {
  const today = now.toDateString()
  return rows.filter(
    (row) => row.delivery !== 'sent' || new Date(row.createdAt).toDateString() === today,
  )
}
