import type { Boundary } from './page-cursor.ts'

/** 1-based position of the first row; exact at both ends, in between as the cursor remembers it. */
export function positionOf(page: {
  readonly forward: boolean
  readonly at: Pick<Boundary, 'index'> | null
  readonly before: boolean
  readonly after: boolean
  readonly rows: number
  readonly total: number
}): number {
  const { forward, at, before, after, rows, total } = page
  if (!before) return 1
  const lastFrom = total - rows + 1
  if (!after || at === null) return lastFrom
  const remembered = forward ? at.index + 1 : at.index - rows + 1
  return Math.max(2, Math.min(remembered, lastFrom - 1))
}
