import { utilityProcess } from 'electron'
import type { Wire } from '../ipc/port-door.ts'
import type { Log } from './log.ts'

/** A process of our own, as its launcher sees it. */
export type Child = {
  readonly wire: Wire
  readonly onMessage: (receive: (message: unknown) => void) => void
  /** Called once, however the process ended. */
  readonly onExit: (ended: (code: number) => void) => void
  readonly kill: () => void
}

export type ChildOptions = {
  readonly name: string
  readonly script: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** What the child writes to its error output goes to the log. */
export function forkChild(options: ChildOptions, log: Log): Child {
  const child = utilityProcess.fork(options.script, [...(options.args ?? [])], {
    serviceName: `Tapdesk ${options.name}`,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...options.env },
  })
  child.stderr?.on('data', (text: Buffer) => log(`${options.name}:`, text.toString().trimEnd()))
  const onMessage = (receive: (message: unknown) => void) => {
    child.on('message', receive)
    return () => child.removeListener('message', receive)
  }
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
    wire: { post: (message) => child.postMessage(message), onMessage },
    onMessage,
    onExit: (ended) => void child.once('exit', ended),
    kill: () => void child.kill(),
  }
}
