import type { Asking } from '../contracts/door.ts'
import type { Ipc } from '../contracts/ipc.ts'

declare global {
  interface Window {
    readonly app: Asking<Ipc>
  }
}

/** The way to the rest of the program. No other file touches `window.app`, so tests can replace it here. */
export const app: Asking<Ipc> = window.app
