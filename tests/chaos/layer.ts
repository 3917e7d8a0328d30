/** What came of one seed. */
export type Run = {
  /** How many lives, images or mutants it was; 1 when it is not said. */
  readonly runs?: number
  /** Operations that the desk promised to keep. */
  readonly accepted: number
  /** Broken promises in words. */
  readonly violations: readonly string[]
  /** How often something was hit, by its label. */
  readonly hits?: ReadonlyMap<string, number>
}

/** One way to attack what is promised. */
export type Layer = {
  /** Seeds are independent of each other, and the same seed is the same attack. */
  run(seed: number): Run | Promise<Run>
  /** One run is all there is to do, however much time is left. */
  readonly once?: boolean
  /** It has what there is only one of, so that no other process attacks beside it. */
  readonly alone?: boolean
  stop?(): Promise<void>
}
