/**
 * Runs `load` one at a time. Requests that arrive meanwhile become one more run after it, so the last
 * run always started after the last request.
 */
export function createLoader(load: () => Promise<void>) {
  let running = false
  let again = false

  return async function request(): Promise<void> {
    again = true
    if (running) return
    running = true
    try {
      while (again) {
        again = false
        await load()
      }
    } finally {
      running = false
    }
  }
}
