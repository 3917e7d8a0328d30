import type { SyncStatus } from '../../core/sync-status.ts'
import type { CloudClient } from '../cloud-client/cloud-client.ts'
import { type SyncTokens, createAsk } from './ask.ts'
import { carryOut } from './carry-out.ts'
import type { Nudge, SyncAnswer, SyncEngine, SyncRequest } from './sync-engine.ts'

export type SyncTimers = {
  /** Calls back once after `ms` unless cancelled by the returned function. */
  after(ms: number, callback: () => void): () => void
}

export type SyncShell = {
  start(): void
  /** Resolves once nothing is under way any more; what was cut off is recovered by the next engine. */
  stop(): Promise<void>
  nudge(why: Nudge): void
  setPaused(paused: boolean): void
  status(): SyncStatus
  troubled(): ReadonlySet<string>
}

/** Beyond what a 32-bit timer holds nothing is planned anyway. */
const longestTimerMs = 2 ** 31 - 1
const afterBugMs = 60_000
/** The shortest that timers know. */
const turnMs = 1

/**
 * Carries out what the engine asks, one request at a time, for the identity of `accountId` and `tokens`
 * and no other: another person or account gets another shell, engine and store.
 */
export function createSyncShell(deps: {
  readonly engine: SyncEngine
  readonly client: Pick<CloudClient, SyncRequest['kind']>
  readonly accountId: string
  readonly tokens: SyncTokens
  readonly timers: SyncTimers
  readonly onStatus: (status: SyncStatus) => void
  /** Records or queue may have changed. */
  readonly onChanged: () => void
  /** Groups, resources or schedules have changed. */
  readonly onDirectory: () => void
  /** An exception of the engine: a bug, but no reason to take the process down. */
  readonly onBug?: (error: unknown) => void
}): SyncShell {
  const { engine, client, accountId, timers } = deps
  const aborted = new AbortController()
  const stopped = () => aborted.signal.aborted
  const ask = createAsk(deps.tokens, stopped)
  let started = false
  let running: Promise<void> | null = null
  let again = false
  let cancelTimer: (() => void) | null = null
  let lastStatus = ''

  function wake(): void {
    if (!started || stopped()) return
    if (running !== null) {
      again = true
      tell()
      return
    }
    cancelTimer?.()
    running = run().finally(() => {
      running = null
      if (again) wake()
    })
  }

  async function run(): Promise<void> {
    again = false
    try {
      for (;;) {
        const { request, wakeInMs } = engine.next()
        tell()
        if (request === null) return sleep(wakeInMs)
        const answering = carryOut(request, { client, accountId, ask, signal: aborted.signal })
        if (request.kind === 'batch') await workMeanwhile(answering)
        const answer = await answering
        if (stopped()) return
        engine.done(answer)
        if (mayHaveChanged(answer)) deps.onChanged()
        if (answer.kind === 'directory' && answer.result.ok) deps.onDirectory()
      }
    } catch (error) {
      deps.onBug?.(error)
      sleep(afterBugMs)
    }
  }

  /** Not before the request had time to leave, and with a turn for others between its parts. */
  async function workMeanwhile(answering: Promise<unknown>): Promise<void> {
    let answered = false
    const end = answering.finally(() => (answered = true))
    for (;;) {
      let callOff = () => {}
      const turn = new Promise<void>((resolve) => (callOff = timers.after(turnMs, resolve)))
      await Promise.race([turn, end])
      callOff()
      if (answered || stopped() || !engine.meanwhile()) return
      deps.onChanged()
    }
  }

  function sleep(ms: number | null): void {
    cancelTimer?.()
    if (ms === null || stopped()) return
    cancelTimer = timers.after(Math.min(ms, longestTimerMs), wake)
  }

  function tell(): void {
    if (stopped()) return
    const status = engine.status()
    const text = JSON.stringify(status)
    if (text === lastStatus) return
    lastStatus = text
    deps.onStatus(status)
  }

  return {
    start() {
      started = true
      wake()
    },
    async stop() {
      aborted.abort()
      cancelTimer?.()
      await running
      engine.rest()
    },
    nudge(why) {
      if (stopped()) return
      engine.nudge(why)
      wake()
    },
    setPaused(paused) {
      if (stopped()) return
      engine.setPaused(paused)
      tell()
      wake()
    },
    status: () => engine.status(),
    troubled: () => engine.troubled(),
  }
}

function mayHaveChanged(answer: SyncAnswer): boolean {
  if (answer.kind === 'batch') return true
  if (!answer.result.ok) return false
  if (answer.kind === 'erasures') return true
  if (answer.kind === 'log') return answer.result.value.lines.length > 0
  return answer.kind === 'changes'
    ? answer.result.value.changes.length > 0
    : answer.kind === 'snapshot' && !answer.result.value.hasMore
}
