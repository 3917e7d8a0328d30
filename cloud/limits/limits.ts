const minute = 60_000
const hour = 60 * minute

/** How many wrong tries are free, and how long those after them have to wait: twice as long each time. */
export type Limit = {
  readonly free: number
  readonly firstMs: number
  readonly longestMs: number
}

/** Of one person at one place: a computer or an address. */
export const atPlace: Limit = { free: 10, firstMs: minute, longestMs: 15 * minute }

/** Of one person, at all places together at which they have never signed in. */
export const elsewhere: Limit = { free: 20, firstMs: minute, longestMs: hour }

/** So many people may have been tried from one address, of those who have never signed in there. */
export const strangers = { most: 20, withinMs: hour } as const

/** After the last wrong try. */
export const forgottenAfterMs = 24 * hour

/** A place at which somebody has signed in stays known for so long. */
export const knownForMs = 180 * 24 * hour

/** Milliseconds between so many wrong tries and the next try. */
export function waitAfter(count: number, { free, firstMs, longestMs }: Limit): number {
  return count < free ? 0 : Math.min(longestMs, firstMs * 2 ** (count - free))
}
