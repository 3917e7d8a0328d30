/** One line per step that really does something. stderr, so that stdout stays data. */
export function say(line) {
  process.stderr.write(`setup: ${line}\n`)
}

/** A reason to stop that a person can act on: printed as it is, without a stack. */
export class Stop extends Error {}

/** Runs `main`, turns a `Stop` into its sentence and exit code 1. */
export async function exitOnStop(main) {
  try {
    return await main()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    process.stderr.write(`\n${error.message}\n`)
    process.exit(1)
  }
}
