import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { call, event } from '../../contracts/door.ts'
import { type Result, ok } from '../../contracts/result.ts'
import { type Wire, createPortAsking, pushPort, servePort } from './port-door.ts'

const door = {
  desk: {
    greet: call(z.strictObject({ name: z.string() }), z.string(), []),
    wait: call(z.undefined(), z.undefined(), []),
    changed: event(z.int()),
  },
}

/** Two joined ends that clone what they carry, as processes do. */
function joined(): readonly [Wire, Wire] {
  const [here, there] = [new Set<Receive>(), new Set<Receive>()]
  return [wireOf(here, there), wireOf(there, here)]
}

type Receive = (message: unknown) => void

function wireOf(own: Set<Receive>, other: ReadonlySet<Receive>): Wire {
  return {
    post: (message) => {
      const copy: unknown = structuredClone(message)
      queueMicrotask(() => other.forEach((receive) => receive(copy)))
    },
    onMessage: (receive) => {
      own.add(receive)
      return () => own.delete(receive)
    },
  }
}

function answered(wire: Wire) {
  return servePort(
    door,
    {
      desk: {
        greet: ({ name }) => ok(`Hello ${name}`),
        wait: () => new Promise<Result<undefined, never>>(() => {}),
      },
    },
    wire,
    () => {},
  )
}

describe('the door between two processes', () => {
  it('carries a question there and its answer back', async () => {
    const [main, data] = joined()
    answered(data)
    const port = createPortAsking(door)
    port.connect(main)
    expect(await port.asking.desk.greet({ name: 'Ada' })).toEqual({ ok: true, value: 'Hello Ada' })
  })

  it('parses at its own end, whoever asks', async () => {
    const [main, data] = joined()
    answered(data)
    const port = createPortAsking(door)
    port.connect(main)
    // @ts-expect-error -- what a faulty program would send
    expect(await port.asking.desk.greet({ name: 7 })).toEqual({
      ok: false,
      code: 'malformed',
      field: 'name',
    })
  })

  it('answers unavailable while nobody is behind it', async () => {
    const port = createPortAsking(door)
    expect(await port.asking.desk.greet({ name: 'Ada' })).toEqual({
      ok: false,
      code: 'unavailable',
    })
  })

  it('answers open questions with unavailable when the process behind it dies', async () => {
    const [main, data] = joined()
    answered(data)
    const port = createPortAsking(door)
    port.connect(main)
    const open = port.asking.desk.wait()
    port.disconnect()
    expect(await open).toEqual({ ok: false, code: 'unavailable' })
  })

  it('works again with the next process, and listeners stay', async () => {
    const port = createPortAsking(door)
    const heard: number[] = []
    port.asking.desk.changed((value) => heard.push(value))
    for (const value of [1, 2]) {
      const [main, data] = joined()
      answered(data)
      port.connect(main)
      pushPort(door, data).desk.changed(value)
      expect((await port.asking.desk.greet({ name: 'Ada' })).ok).toBe(true)
      port.disconnect()
    }
    expect(heard).toEqual([1, 2])
  })

  it('tells nobody who has stopped listening', async () => {
    const [main, data] = joined()
    answered(data)
    const port = createPortAsking(door)
    port.connect(main)
    const heard: number[] = []
    const stop = port.asking.desk.changed((value) => heard.push(value))
    stop()
    pushPort(door, data).desk.changed(1)
    await port.asking.desk.greet({ name: 'Ada' })
    expect(heard).toEqual([])
  })

  it('survives messages that are none of its own', async () => {
    const [main, data] = joined()
    answered(data)
    const port = createPortAsking(door)
    port.connect(main)
    for (const odd of [null, 7, 'x', { kind: 'answer' }, { kind: 'ask', id: 'a' }]) {
      main.post(odd)
      data.post(odd)
    }
    expect((await port.asking.desk.greet({ name: 'Ada' })).ok).toBe(true)
  })
})
