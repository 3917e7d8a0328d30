/** One line of JSON per figure; `ratio` is value over baseline, both of the same run. */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly baseline: number
  readonly ratio: number
} & Limits

export type Limits = {
  /** The greatest ratio that is acceptable, where there is one. */
  readonly must?: number
  /** The least ratio that is acceptable, where more is better. */
  readonly least?: number
  /** The greatest value, in the figure's own unit. */
  readonly most?: number
}

export function figure(
  name: string,
  value: number,
  unit: string,
  baseline: number,
  limits: Limits = {},
): Figure {
  return {
    name,
    value: round(value),
    unit,
    baseline: round(baseline),
    ratio: round(value / baseline),
    ...limits,
  }
}

export function report(figures: readonly Figure[]): void {
  for (const each of figures) console.log(JSON.stringify(each))
}

/** A sentence for each figure that is worse than it must be. */
export function missed(figures: readonly Figure[]): string[] {
  return figures.flatMap(({ name, value, unit, baseline, must, least, most }) => {
    const ratio = value / baseline
    const said: string[] = []
    if (must !== undefined && ratio > must) {
      said.push(`${name} is ${ratio.toFixed(3)} times its baseline, and must not be above ${must}.`)
    }
    if (least !== undefined && ratio < least) {
      said.push(
        `${name} is ${ratio.toFixed(3)} times its baseline, and must not be below ${least}.`,
      )
    }
    if (most !== undefined && value > most) {
      said.push(`${name} is ${value} ${unit}, and must not be above ${most} ${unit}.`)
    }
    return said
  })
}

/** Prints the figures, and a sentence for each that is worse than it must be; then the run fails. */
export function conclude(figures: readonly Figure[]): void {
  report(figures)
  for (const sentence of missed(figures)) {
    console.error(sentence)
    process.exitCode = 1
  }
}

/** `part` of 1: 0.5 is the median, 0.95 the 95th percentile (nearest rank). */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)]
  if (found === undefined) throw new Error('there is no percentile of nothing')
  return found
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
