/** What it costs when nothing else wants the processor and the disk at that moment. */
export function bestOfFew(work: () => unknown): number {
  return Math.min(timed(work), timed(work), timed(work))
}

/** In milliseconds. */
export function timed(work: () => unknown): number {
  const start = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - start) / 1e6
}
