import type { Answering, Asking } from '../../contracts/door.ts'
import { type Desk, desk } from '../../contracts/desk.ts'
import { type Host, host } from '../../contracts/host.ts'
import { createPortAsking, servePort } from '../ipc/port-door.ts'
import type { Child } from './child-process.ts'
import type { Log } from './log.ts'

export type DataProcessDeps = {
  readonly spawn: () => Pick<Child, 'wire' | 'onExit' | 'kill'>
  /** What only main can do for it. */
  readonly host: Answering<Host>
  readonly log: Log
  /** Monotonic milliseconds. */
  readonly now: () => number
  /** Runs once after `ms`; the returned function calls it off. */
  readonly after: (ms: number, run: () => void) => () => void
}

export type DataProcess = {
  /** Valid for good; answers `unavailable` while the process is down. */
  readonly asking: Asking<Desk>
  readonly start: () => void
  /** Lets it close its database, then ends it. */
  readonly stop: () => Promise<void>
}

/** A process that lived this long is restarted as if it had never failed. */
const healthyAfterMs = 30_000
const stopLimitMs = 400

export function createDataProcess(deps: DataProcessDeps): DataProcess {
  const port = createPortAsking(desk)
  let child: ReturnType<DataProcessDeps['spawn']> | null = null
  let stopping = false
  let failures = 0
  let callOff: (() => void) | null = null

  function run(): void {
    const startedAt = deps.now()
    const running = deps.spawn()
    child = running
    const end = servePort(host, deps.host, running.wire, deps.log)
    port.connect(running.wire)
    running.onExit((code) => {
      end()
      child = null
      port.disconnect()
      if (stopping) return
      failures = deps.now() - startedAt >= healthyAfterMs ? 1 : failures + 1
      deps.log('the data process ended', { code, failures })
      callOff = deps.after(restartDelayMs(failures), run)
    })
  }

  return {
    asking: port.asking,
    start: run,
    async stop() {
      stopping = true
      callOff?.()
      const running = child
      if (running === null) return
      const gone = new Promise<void>((resolve) => running.onExit(() => resolve()))
      const callOffKill = deps.after(stopLimitMs, running.kill)
      await port.asking.process.stop()
      callOffKill()
      running.kill()
      await gone
    },
  }
}

/** At once the first time, then doubling from a quarter of a second to ten. */
export function restartDelayMs(failures: number): number {
  return failures <= 1 ? 0 : Math.min(10_000, 250 * 2 ** (failures - 2))
}
