import { describe, expect, it } from 'vitest'
import { type Result, fail, ok } from '../../core/outcome.ts'
import { type SyncStatus, stoppedSync } from '../../core/sync-status.ts'
import type { CloudFailure } from '../cloud-client/cloud-client.ts'
import type { SyncAnswer, SyncEngine, SyncRequest } from './sync-engine.ts'
import { createSyncShell } from './sync-shell.ts'

const idle: SyncStatus = { ...stoppedSync, channel: 'idle' }
const page = ok({ from: null, next: '1', hasMore: false, changes: [], directory: 0 })

/** An engine that asks what the test lists, and a client whose answers the test gives. */
function setUp(requests: SyncRequest[], access: (string | null)[] = ['t1']) {
  const answers: SyncAnswer[] = []
  const calls: { token: string; body: string | undefined; signal: AbortSignal | undefined }[] = []
  const replies: Result<never, CloudFailure>[] = []
  const timers: { ms: number; fire: () => void }[] = []
  const refreshes: Result<string, CloudFailure>[] = []
  const told: string[] = []
  const waiting: (() => void)[] = []
  const works: boolean[] = []
  let awaited = 0
  const settled = () => waiting.splice(0).forEach((resolve) => resolve())

  const engine: SyncEngine = {
    next: () => {
      const request = requests.shift() ?? null
      if (request === null) queueMicrotask(settled)
      return { request, wakeInMs: request === null ? 1_234 : null }
    },
    done: (answer) => void answers.push(answer),
    meanwhile: () => works.shift() ?? false,
    rest: () => {},
    nudge: (why) => void told.push(why),
    setPaused: (paused) => void told.push(`paused ${paused}`),
    status: () => idle,
    troubled: () => new Set(),
  }
  const called = (request: { token?: string; rawBody?: string; signal?: AbortSignal }) => {
    calls.push({ token: request.token ?? '', body: request.rawBody, signal: request.signal })
    settled()
    const reply = replies.shift()
    if (reply !== undefined) return Promise.resolve(reply)
    return new Promise<never>((_, reject) => {
      request.signal?.addEventListener('abort', () => reject(new Error('aborted')))
    }).catch(() => fail<CloudFailure>('network'))
  }
  const shell = createSyncShell({
    engine,
    client: {
      batch: called,
      changes: (request) => {
        calls.push({ token: request.token ?? '', body: undefined, signal: request.signal })
        return Promise.resolve(page)
      },
      snapshot: called,
      digest: called,
      directory: called,
      log: called,
      erasures: called,
    },
    accountId: '019ab000-0000-7000-8000-0000000000aa',
    tokens: {
      access: () =>
        Promise.resolve(access.length > 1 ? (access.shift() ?? null) : (access[0] ?? null)),
      refresh: () => Promise.resolve(refreshes.shift() ?? fail('token.invalid')),
    },
    timers: {
      after: (ms, fire) => {
        const timer = { ms, fire }
        timers.push(timer)
        return () => void timers.splice(timers.indexOf(timer), 1)
      },
    },
    onStatus: () => {},
    onChanged: () => void (awaited += 1),
    onDirectory: () => void told.push('directory'),
  })
  const rest = () => new Promise<void>((resolve) => void waiting.push(resolve))
  return { shell, answers, calls, replies, timers, refreshes, told, rest, changed: () => awaited }
}

const batch: SyncRequest = { kind: 'batch', items: ['{"a":1}', '{"b":2}'], timeoutMs: 15_100 }
const changes: SyncRequest = { kind: 'changes', cursor: null }

describe('the sync shell', () => {
  it('carries out requests one after the other and sleeps as long as the engine says', async () => {
    const { shell, answers, calls, replies, timers, rest } = setUp([batch, changes])
    replies.push(fail('unavailable'))
    const resting = rest()
    shell.start()
    await resting
    await rest()
    expect(answers.map((answer) => answer.kind)).toEqual(['batch', 'changes'])
    expect(calls[0]?.body).toBe('{"items":[{"a":1},{"b":2}]}')
    expect(timers.map((timer) => timer.ms)).toEqual([1_234])
  })

  it('renews a refused token once and repeats the same request', async () => {
    const { shell, answers, calls, replies, refreshes, rest } = setUp([batch])
    replies.push(fail('token.invalid'), fail('token.invalid'))
    refreshes.push(ok('t2'))
    shell.start()
    await rest()
    await rest()
    await rest()
    expect(calls.map((call) => call.token)).toEqual(['t1', 't2'])
    expect(answers).toEqual([{ kind: 'batch', result: fail('token.invalid') }])
  })

  it('sends nothing without a token', async () => {
    const { shell, answers, calls, rest } = setUp([batch], [null])
    shell.start()
    await rest()
    expect(calls).toEqual([])
    expect(answers).toEqual([{ kind: 'batch', result: fail('token.invalid') }])
  })

  it('does not ask for a sign-in when only the network kept it from renewing', async () => {
    const { shell, answers, refreshes, rest } = setUp([batch], [null])
    refreshes.push(fail('network'))
    shell.start()
    await rest()
    expect(answers).toEqual([{ kind: 'batch', result: fail('network') }])
  })

  it('stops at once in the middle of a request and tells the engine nothing more', async () => {
    const { shell, answers, calls, timers, rest } = setUp([batch])
    shell.start()
    await rest()
    await shell.stop()
    expect(calls[0]?.signal?.aborted).toBe(true)
    expect(answers).toEqual([])
    expect(timers).toEqual([])
  })

  it('never begins again once stopped', async () => {
    const { shell, calls, told } = setUp([batch])
    await shell.stop()
    shell.start()
    shell.nudge('accepted')
    expect(calls).toEqual([])
    expect(told).toEqual([])
  })

  it('passes nudges on and tries again at once', async () => {
    const requests: SyncRequest[] = []
    const { shell, answers, timers, told, rest } = setUp(requests)
    shell.start()
    await rest()
    requests.push(changes)
    shell.nudge('accepted')
    await rest()
    expect(told).toEqual(['accepted'])
    expect(answers).toHaveLength(1)
    expect(timers).toHaveLength(1)
  })
})
