/** Runs of changes become one: the first at once, further ones together after `ms`. */
export function coalesce(
  ms: number,
  after: (ms: number, run: () => void) => () => void,
  run: () => void,
): () => void {
  let resting = false
  let again = false
  function fire(): void {
    resting = true
    again = false
    run()
    after(ms, () => {
      resting = false
      if (again) fire()
    })
  }
  return () => {
    if (resting) again = true
    else fire()
  }
}
