/** A deliberate bug as data. */
export type Mutant = {
  /** What the program does with it. */
  readonly name: string
  /** The layer whose lives it is to be found in: those of `sim` where it is not said. */
  readonly hunter?: Hunter
  readonly edits: readonly Edit[]
}

export type Hunter = 'sim' | 'hand-over' | 'power'

/** Changes one place of one source; `file` is below the project's folder. */
export type Edit = {
  readonly file: string
  /** Occurs there exactly once, or the mutant is out of date. */
  readonly find: string
  readonly put: string
}

/** The source with the bug in it. Throws when it no longer has the place. */
export function mutated(source: string, { file, find, put }: Edit): string {
  const [before, after, ...more] = source.split(find)
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`${file} has not exactly one "${find}"`)
  }
  return before + put + after
}
