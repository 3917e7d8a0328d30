/** Which line of the table shows which record. A slot is a key: the same slot is the same piece of the page. */
export type RowSlots = {
  readonly slotById: ReadonlyMap<string, number>
  /** The next slot that was never used. */
  readonly next: number
}

export const noSlots: RowSlots = { slotById: new Map(), next: 0 }

/**
 * Another page takes over the lines of the one before: changing words is much quicker than making lines.
 * While anybody stays in view nobody gets the line of somebody else, so that a press never meets another
 * person than the one it was meant for.
 */
export function slotsFor(before: RowSlots, ids: readonly string[]): RowSlots {
  const stays = ids.some((id) => before.slotById.has(id))
  const free = stays ? [] : [...before.slotById.values()]
  let { next } = before
  const slotById = new Map(
    ids.map((id) => [id, before.slotById.get(id) ?? free.shift() ?? next++] as const),
  )
  return { slotById, next }
}
