import type { App } from 'electron'

/** What runs until the program ends. */
export type Part = { readonly stop: () => void | Promise<void> }

export type QuitDeps = {
  readonly app: App
  readonly after: (ms: number, run: () => void) => () => void
  readonly log: (message: string, error: unknown) => void
}

const quitLimitMs = 900

/** Closing the window quits; quitting stops the parts in reverse order and then ends the program. */
export function quitWith(parts: readonly Part[], deps: QuitDeps): void {
  let quitting = false
  deps.app.on('window-all-closed', () => deps.app.quit())
  deps.app.on('will-quit', (event) => {
    event.preventDefault()
    if (quitting) return
    quitting = true
    void stopInReverse(parts, quitLimitMs, deps.after, deps.log).then(() => deps.app.exit(0))
  })
}

/**
 * Stops the parts in reverse order of `parts`, each after the one before it; whatever is not done within
 * `limitMs` is left behind. Failures are logged: nothing keeps the program from quitting.
 */
export async function stopInReverse(
  parts: readonly Part[],
  limitMs: number,
  after: (ms: number, run: () => void) => () => void,
  log: (message: string, error: unknown) => void,
): Promise<void> {
  await new Promise<void>((resolve) => {
    const callOff = after(limitMs, resolve)
    void stopAll(parts, log).then(callOff).then(resolve)
  })
}

async function stopAll(
  parts: readonly Part[],
  log: (message: string, error: unknown) => void,
): Promise<void> {
  for (const part of parts.toReversed()) {
    try {
      await part.stop()
    } catch (error) {
      log('stopping failed', error)
    }
  }
}
