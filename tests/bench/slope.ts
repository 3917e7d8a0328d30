export type Sample = { readonly at: number; readonly value: number }

/** By how much `value` grows for each step of `at`: the line of least squares. 0 where all is at one place. */
export function slopeOf(samples: readonly Sample[]): number {
  const middle = (of: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length
  const [at, value] = [middle((each) => each.at), middle((each) => each.value)]
  const spread = samples.reduce((sum, each) => sum + (each.at - at) ** 2, 0)
  const along = samples.reduce((sum, each) => sum + (each.at - at) * (each.value - value), 0)
  return spread === 0 ? 0 : along / spread
}
