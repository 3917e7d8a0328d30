/** What was wished in an office and what became of it; each wish is somebody new with a name of their own. */
export type Ledger = {
  /** A name that nobody had before. */
  name(): string
  /** Under this op id somebody wished for the person of this name. */
  wish(opId: string, name: string): void
  /** The cloud carried it out. */
  carry(name: string): void
  /** Somebody decided that it is not to be. */
  drop(opId: string): void
  broken(): readonly string[]
  /** Wishes of which no trace is left: neither done nor dropped nor in one of these texts. */
  lost(texts: readonly string[]): readonly string[]
  wished(): number
}

export function createLedger(): Ledger {
  const names = new Map<string, string>()
  const carried = new Map<string, number>()
  const dropped = new Set<string>()
  let counter = 0

  return {
    name: () => `Guest-${(counter += 1)}-`,
    wish: (opId, name) => void names.set(opId, name),
    carry: (name) => void carried.set(name, (carried.get(name) ?? 0) + 1),
    drop: (opId) => void dropped.add(names.get(opId) ?? ''),
    broken: () =>
      [...carried].flatMap(([name, times]) => [
        ...(times > 1 ? [`${name} was carried out ${times} times`] : []),
        ...(dropped.has(name) ? [`${name} was dropped and carried out`] : []),
      ]),
    lost: (texts) =>
      [...new Set(names.values())]
        .filter((name) => !carried.has(name) && !dropped.has(name))
        .filter((name) => !texts.some((text) => text.includes(name)))
        .map((name) => `${name} is lost`),
    wished: () => new Set(names.values()).size,
  }
}
