import type { PageSize } from '../../core/page.ts'

/** What every question for a page has in common; see core/pending-page. */
export type PageQuery = {
  readonly limit: PageSize
  readonly direction: 'forward' | 'backward'
  readonly at: string | null
}

export type Paged<Query> = {
  readonly query: Query
  readonly page: {
    readonly rows: readonly unknown[]
    readonly total: number
    readonly totalIsExact?: boolean
    readonly from: number
    readonly next: string | null
    readonly previous: string | null
  } | null
}

export type Step = 'first' | 'previous' | 'next' | 'last'

/** Where a step leads from the present page; null when there is nothing in that direction. */
export function stepFrom<Query extends PageQuery>(
  { query, page }: Paged<Query>,
  step: Step,
): Query | null {
  if (page === null) return null
  const back = page.previous
  const on = page.next
  switch (step) {
    case 'first':
      return back === null ? null : { ...query, direction: 'forward', at: null }
    case 'previous':
      return back === null ? null : { ...query, direction: 'backward', at: back }
    case 'next':
      return on === null ? null : { ...query, direction: 'forward', at: on }
    case 'last':
      return on === null ? null : { ...query, direction: 'backward', at: null }
  }
}

export function withLimit<Query extends PageQuery>(query: Query, limit: PageSize): Query {
  return { ...query, limit, direction: 'forward', at: null }
}
