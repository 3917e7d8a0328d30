import type { Layer } from './layer.ts'

/** What a campaign prints as its last line. */
export type Verdict = {
  readonly layer: string
  readonly runs: number
  readonly accepted: number
  readonly violations: number
  /** Of the first run that broke a promise, otherwise of the last run. */
  readonly seed: number
}

export type Findings = Omit<Verdict, 'layer'> & {
  /** How often something was hit, by its label. */
  readonly hits: Readonly<Record<string, number>>
}

/**
 * Runs seed after seed until the time is over, at least one, and stops at the first broken promise: what
 * is broken is told.
 */
export async function attack(
  layer: Layer,
  options: {
    readonly firstSeed: number
    /** From one seed to the next: others may take those in between. */
    readonly stride: number
    /** A campaign of one seed repeats a run. */
    readonly only: boolean
    readonly seconds: number
    /** Monotonic milliseconds. */
    readonly now: () => number
    readonly tell: (line: string) => void
  },
): Promise<Findings> {
  const end = options.now() + options.seconds * 1000
  const hits: Record<string, number> = {}
  let accepted = 0
  let runs = 0
  for (let seed = options.firstSeed; ; seed += options.stride) {
    const result = await layer.run(seed)
    runs += result.runs ?? 1
    accepted += result.accepted
    for (const [label, n] of result.hits ?? []) hits[label] = (hits[label] ?? 0) + n
    const violations = result.violations.length
    for (const violation of result.violations) options.tell(violation)
    if (violations > 0 || options.only || layer.once || options.now() >= end) {
      return { runs, accepted, violations, seed, hits }
    }
  }
}

/** What several attackers found side by side. */
export function together(all: readonly Findings[]): Findings {
  const sum = (key: 'runs' | 'accepted' | 'violations') =>
    all.reduce((total, findings) => total + findings[key], 0)
  const hits: Record<string, number> = {}
  for (const findings of all) {
    for (const [label, n] of Object.entries(findings.hits)) hits[label] = (hits[label] ?? 0) + n
  }
  const broken = all.find((findings) => findings.violations > 0)
  const seed = broken?.seed ?? Math.max(...all.map((findings) => findings.seed))
  return { runs: sum('runs'), accepted: sum('accepted'), violations: sum('violations'), seed, hits }
}
