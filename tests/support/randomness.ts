/** Seeded randomness (mulberry32): the same seed gives the same run on every machine. */
export type Randomness = {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** Whole number in [0, below). */
  below(limit: number): number
  chance(probability: number): boolean
  pick<T>(from: readonly [T, ...T[]]): T
  pick<T>(from: readonly T[]): T | undefined
  /** UUIDv7 of this run: rising, unlike any other of the run. */
  uuid(): string
  /** Goes on as if it began with this seed; ids stay unlike those before. */
  reseed(seed: number): void
}

export function createRandomness(seed: number): Randomness {
  let state = seed >>> 0
  let minted = 0

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)

  function pick<T>(from: readonly [T, ...T[]]): T
  function pick<T>(from: readonly T[]): T | undefined
  function pick<T>(from: readonly T[]): T | undefined {
    return from[below(from.length)]
  }

  return {
    next,
    below,
    pick,
    chance: (probability) => next() < probability,
    reseed: (given) => void (state = given >>> 0),
    uuid() {
      minted += 1
      const tail = `${hex(below(2 ** 16), 4)}${hex(below(2 ** 32), 8)}`
      return `019ab000-${hex(minted, 4)}-7${hex(below(2 ** 12), 3)}-8${hex(below(2 ** 12), 3)}-${tail}`
    },
  }
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}
