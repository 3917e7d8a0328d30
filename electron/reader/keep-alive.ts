import { fromReader, type FromReader, type ToReader } from './messages.ts'
import type { After } from './reader.ts'
import type { ReaderProcess } from './reader-process.ts'

export type KeepAliveDeps = {
  spawn: () => ReaderProcess
  now: () => number
  after: After
  onMessage: (message: FromReader) => void
  /** What every new process is told before anything else. */
  greeting: () => ToReader
  /** The process died or was ended for hanging, and is started again. */
  onDown: () => void
}

/** Loading the binding on a busy machine takes seconds. */
const FIRST_WORD_MS = 10_000
/** Six heartbeats. */
const SILENCE_MS = 1500
/** A timer this late says that this process was stalled or asleep, not the other. */
const OWN_STALL_MS = 250
const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 5000
const STABLE_MS = 2000
const EXIT_MS = 500

/** Keeps one reader process running: starts it again when it dies, ends it when it is silent. */
export function createKeepAlive(deps: KeepAliveDeps) {
  const { spawn, now, after, onMessage, greeting, onDown } = deps
  let child: ReaderProcess | null = null
  let stopping: (() => void) | null = null
  let pauseMs = FIRST_PAUSE_MS
  let callOffRestart = nothing

  function startChild() {
    const own = spawn()
    const startedAt = now()
    let callOffWatch = nothing
    child = own

    const watch = (limit: number) => {
      callOffWatch()
      const due = now() + limit
      callOffWatch = after(limit, () => {
        if (now() - due > OWN_STALL_MS) watch(SILENCE_MS)
        else own.kill()
      })
    }
    watch(FIRST_WORD_MS)
    own.wire.post(greeting())

    own.onMessage((message) => {
      if (child !== own || stopping) return
      const parsed = fromReader.safeParse(message)
      if (!parsed.success) return own.kill()
      watch(SILENCE_MS)
      onMessage(parsed.data)
    })
    own.onExit(() => {
      callOffWatch()
      child = null
      if (stopping) return stopping()
      if (now() - startedAt > STABLE_MS) pauseMs = FIRST_PAUSE_MS
      callOffRestart = after(pauseMs, startChild)
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
      onDown()
    })
  }

  return {
    start: startChild,
    /** False while there is no process to hear it. */
    post(message: ToReader): boolean {
      child?.wire.post(message)
      return child !== null
    },
    /** Resolves when the process is gone, or after half a second if nobody says so. */
    stop: () =>
      new Promise<void>((resolve) => {
        callOffRestart()
        if (!child) return resolve()
        const callOff = after(EXIT_MS, resolve)
        stopping = () => {
          callOff()
          resolve()
        }
        child.kill()
      }),
  }
}

const nothing = () => {}
