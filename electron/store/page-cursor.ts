import { z } from 'zod'
import { pendingSort } from '../../core/pending-page.ts'

/** An order that a list can be in; cards that nobody has are in that of their last tap. */
const listSort = z.enum([...pendingSort.options, 'last-seen'])
type ListSort = z.infer<typeof listSort>

/** A row's place in one order. `index`: how many rows lie before this boundary, for "21 – 40 of 57". */
export type Boundary = {
  readonly key: string | number
  readonly id: string
  readonly index: number
}

const encoded = z.tuple([listSort, z.union([z.string(), z.number()]), z.string(), z.int().min(0)])

export function writeCursor(sort: ListSort, { key, id, index }: Boundary): string {
  return Buffer.from(JSON.stringify([sort, key, id, index])).toString('base64url')
}

/** null for anything that was not made for this order: the page then starts at its end of the list. */
export function readCursor(text: string, sort: ListSort): Boundary | null {
  const parsed = encoded.safeParse(decode(text))
  if (!parsed.success) return null
  const [madeFor, key, id, index] = parsed.data
  const fits = madeFor === sort && (typeof key === 'number') === (sort === 'invite-sent')
  return fits ? { key, id, index } : null
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
