/** What a campaign prints as its last line. */
export type Verdict = {
  readonly layer: string
  readonly runs: number
  readonly accepted: number
  readonly violations: number
  /** Of the first run that broke a promise, otherwise of the last run. */
  readonly seed: number
}

export type Run = { readonly accepted: number; readonly violations: readonly string[] }

/**
 * Runs seed after seed until the time is over, at least once, and stops at the first broken promise:
 * its seed and the command that repeats it are told.
 */
export function runCampaign(options: {
  readonly layer: string
  readonly firstSeed: number
  /** A campaign of one seed repeats a run. */
  readonly only: boolean
  readonly seconds: number
  readonly run: (seed: number) => Run
  /** Monotonic milliseconds. */
  readonly now: () => number
  readonly tell: (line: string) => void
}): Verdict {
  const end = options.now() + options.seconds * 1000
  let accepted = 0
  let runs = 0
  for (let seed = options.firstSeed; ; seed += 1) {
    const result = options.run(seed)
    runs += 1
    accepted += result.accepted
    const violations = result.violations.length
    for (const violation of result.violations) options.tell(violation)
    if (violations > 0) {
      options.tell(`Repeat it with: npm run chaos -- --layer ${options.layer} --seed ${seed}`)
    }
    if (violations > 0 || options.only || options.now() >= end) {
      return { layer: options.layer, runs, accepted, violations, seed }
    }
  }
}
