import { z } from 'zod'
import { bulkLimit } from './bulk.ts'
import { draft } from './draft.ts'
import { personRow } from './pending-page.ts'

/** A list as text holds no more, in characters. */
const longestList = 5_000_000

/** What is open in the window and goes with its page when the desk is locked. */
export const keptOpen = z.strictObject({
  /** A user who is being edited: as they were when it began, and the form over them. */
  edit: z.strictObject({ row: personRow, draft }).nullable(),
  /** A list that is being put together. */
  roster: z
    .strictObject({ text: z.string().max(longestList), title: z.string(), swapped: z.boolean() })
    .nullable(),
  /** What can still be taken back, and for how long, in milliseconds. */
  undo: z.array(
    z.strictObject({
      opIds: z.array(z.uuid()).min(1).max(bulkLimit),
      count: z.int(),
      name: z.string().nullable(),
      moved: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
      leftMs: z.number(),
    }),
  ),
})
export type KeptOpen = z.infer<typeof keptOpen>

export const nothingOpen: KeptOpen = { edit: null, roster: null, undo: [] }

/** After so many milliseconds more; an offer whose time is over is none. */
export function laterBy(kept: KeptOpen, ms: number): KeptOpen {
  const left = kept.undo.map((each) => ({ ...each, leftMs: each.leftMs - ms }))
  return { ...kept, undo: left.filter(({ leftMs }) => leftMs > 0) }
}
