/** Who works here changes by one step at a time, however often a button is pressed. */
export function createTurns() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(step: () => Promise<T>): Promise<T> => {
    const mine = last.then(step)
    last = mine.catch(() => {})
    return mine
  }
}
