import { describe, expect, it } from 'vitest'
import { desk } from '../../contracts/desk.ts'
import { fail, ok } from '../../contracts/result.ts'
import type { Wire } from '../ipc/port-door.ts'
import { createDataProcess, restartDelayMs } from './data-process.ts'

type Spawned = {
  die: (code: number) => void
  killed: boolean
  answers: boolean
}

/** A launcher on a clock of its own; a spawned process answers every question with SQLite 3. */
function launcher() {
  let now = 0
  const due: { at: number; run: () => void }[] = []
  const spawned: Spawned[] = []
  const data = createDataProcess({
    spawn: () => {
      const receivers = new Set<(message: unknown) => void>()
      const ended: ((code: number) => void)[] = []
      const process: Spawned = {
        answers: true,
        killed: false,
        die: (code) => ended.splice(0).forEach((end) => end(code)),
      }
      spawned.push(process)
      const wire: Wire = {
        post: (message) => {
          if (!process.answers || typeof message !== 'object' || message === null) return
          const id: unknown = Reflect.get(message, 'id')
          const result = ok({ sqlite: '3' })
          queueMicrotask(() =>
            receivers.forEach((receive) => receive({ kind: 'answer', id, result })),
          )
        },
        onMessage: (receive) => {
          receivers.add(receive)
          return () => receivers.delete(receive)
        },
      }
      return {
        wire,
        onExit: (end) => ended.push(end),
        kill: () => {
          process.killed = true
          process.die(0)
        },
      }
    },
    host: {
      vault: { seal: () => ok(null), open: () => ok(null) },
      browser: { open: () => fail('not-opened'), back: () => ok() },
      demoCloud: { start: () => fail('demo-failed') },
    },
    log: () => {},
    now: () => now,
    after: (ms, run) => {
      const entry = { at: now + ms, run }
      due.push(entry)
      return () => void due.splice(due.indexOf(entry), 1)
    },
  })
  const pass = (ms: number) => {
    now += ms
    for (const entry of due.filter(({ at }) => at <= now)) {
      due.splice(due.indexOf(entry), 1)
      entry.run()
    }
  }
  return { data, spawned, pass }
}

describe('the launcher of the data process', () => {
  it('starts it again when it dies, at once the first time, then later and later', () => {
    const { data, spawned, pass } = launcher()
    data.start()
    spawned[0]?.die(11)
    pass(0)
    expect(spawned).toHaveLength(2)
    spawned[1]?.die(11)
    pass(249)
    expect(spawned).toHaveLength(2)
    pass(1)
    expect(spawned).toHaveLength(3)
  })

  it('forgets old failures once the process has lived for a while', () => {
    const { data, spawned, pass } = launcher()
    data.start()
    for (const index of [0, 1, 2]) {
      spawned[index]?.die(1)
      pass(restartDelayMs(index + 1))
    }
    pass(30_000)
    spawned[3]?.die(1)
    pass(0)
    expect(spawned).toHaveLength(5)
  })

  it('answers unavailable while it is down, also what was asked before', async () => {
    const { data, spawned, pass } = launcher()
    data.start()
    const [first] = spawned
    if (first) first.answers = false
    const open = data.asking.process.versions()
    first?.die(11)
    expect(await open).toEqual({ ok: false, code: 'unavailable' })
    expect(await data.asking.sync.now()).toEqual({ ok: false, code: 'unavailable' })
    pass(0)
    expect(await data.asking.process.versions()).toEqual({ ok: true, value: { sqlite: '3' } })
  })

  it('asks it to close before it ends it, and starts no other', async () => {
    const { data, spawned, pass } = launcher()
    data.start()
    await data.stop()
    expect(spawned[0]?.killed).toBe(true)
    pass(60_000)
    expect(spawned).toHaveLength(1)
  })

  it('ends a process that does not answer any more', async () => {
    const { data, spawned, pass } = launcher()
    data.start()
    const [first] = spawned
    if (first) first.answers = false
    const stopped = data.stop()
    pass(400)
    await stopped
    expect(first?.killed).toBe(true)
  })

  it('knows every call of the contract', () => {
    const { data } = launcher()
    expect(Object.keys(data.asking)).toEqual(Object.keys(desk))
  })
})
