import type { ToReader } from './messages.ts'

/** A running reader process, seen from its parent. Messages are those of `messages.ts`. */
export type ReaderProcess = {
  readonly wire: { readonly post: (message: ToReader) => void }
  onMessage: (receive: (message: unknown) => void) => void
  /** Called once, however the process ended. */
  onExit: (ended: () => void) => void
  /** Ends the process now, even while a native call hangs. */
  kill: () => void
}

/** A hung card holds one thread of libuv's pool, and so does waiting for changes. */
export const readerProcessEnv = { UV_THREADPOOL_SIZE: '16' } as const
