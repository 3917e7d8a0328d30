import type { ParkedRow } from '../../../core/pending-page.ts'
import { causeOf } from '../../../core/remedy.ts'

/** Entries that one decision can help. */
export type ParkedGroup = {
  readonly cause: string
  readonly rows: readonly [ParkedRow, ...ParkedRow[]]
}

/** By cause, in the order in which each cause first appeared. */
export function parkedGroups(parked: readonly ParkedRow[]): readonly ParkedGroup[] {
  const groups = new Map<string, [ParkedRow, ...ParkedRow[]]>()
  for (const row of parked) {
    // A deletion and a change of the same cause are not helped by the same words.
    const cause = `${row.method === 'delete' ? 'delete ' : ''}${causeOf(row.problem)}`
    const rows = groups.get(cause)
    if (rows === undefined) groups.set(cause, [row])
    else rows.push(row)
  }
  return [...groups].map(([cause, rows]) => ({ cause, rows }))
}
