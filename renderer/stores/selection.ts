import { create } from 'zustand'
import { bulkLimit } from '../../core/bulk.ts'

/** Which invitations are selected, on this page and on others. */
export type Selection = {
  readonly ids: ReadonlySet<string>
  /** Something was not added, because no more can be selected. */
  readonly full: boolean
}

const nobody: Selection = { ids: new Set(), full: false }

export const useSelection = create<Selection>()(() => nobody)

/** The selection with or without some records; beyond the limit of one step nothing is added. */
export function withSelected(now: Selection, ids: readonly string[], on: boolean): Selection {
  const next = new Set(now.ids)
  for (const id of ids) {
    if (!on) next.delete(id)
    else if (next.size < bulkLimit) next.add(id)
  }
  return { ids: next, full: on && ids.some((id) => !next.has(id)) }
}

/** Whether all, some or none of the page's rows are selected. */
export function shareSelected(
  { ids }: Pick<Selection, 'ids'>,
  page: readonly string[],
): 'all' | 'some' | 'none' {
  const count = page.filter((id) => ids.has(id)).length
  if (count === 0) return 'none'
  return count === page.length ? 'all' : 'some'
}

export function select(ids: readonly string[], on: boolean) {
  useSelection.setState((now) => withSelected(now, ids, on))
}

/** Exactly these, as many as the limit lets in. */
export function selectOnly(ids: readonly string[]) {
  useSelection.setState(withSelected(nobody, ids, true))
}

export function clearSelection() {
  useSelection.setState(nobody)
}
