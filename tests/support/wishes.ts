/** What the people at a desk have wished, as the checks need to know it. */
export type Wishes = {
  /** Op ids that the desk promised to keep. */
  readonly accepted: Set<string>
  /** Records whose deletion was wished when the desk showed a registered person. */
  readonly deletedKnowingly: Set<string>
  /** Deletions and card moves that were taken back: they must never be applied. */
  readonly undone: Set<string>
  /**
   * Cards that an undone move or a refused wish that was given up left with their holders: wishes made
   * meanwhile knew nothing of it.
   */
  readonly givenBack: Set<string>
  /** Parked operations that were given up. */
  readonly givenUp: Set<string>
  /** What the cloud had said of the record when its change was wished. */
  readonly saw: Map<string, Seen>
}

/** A record as the cloud told it last; version 0: not at all. */
export type Seen = { readonly version: number; readonly state: Readonly<Record<string, unknown>> }
