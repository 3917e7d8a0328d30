/**
 * What operations are ordered by, and nothing wider: operations that share a key go one after the other
 * in the person's order, all others never wait for each other.
 */
export function keysOf(
  recordIds: string | readonly string[],
  cards: readonly (string | null | undefined)[],
): string[] {
  const held = cards.filter((card) => card !== null && card !== undefined)
  return [...[recordIds].flat().map(recordKey), ...new Set(held.map((card) => `c:${card}`))]
}

export function isCardKey(key: string): boolean {
  return key.startsWith('c:')
}

export function recordKey(recordId: string): string {
  return `e:${recordId}`
}
