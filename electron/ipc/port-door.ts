import { z } from 'zod'
import type { Answering, Asking, Door, DoorCode, Pushing } from '../../contracts/door.ts'
import { askingThrough, faceOf, mapGroups } from '../../contracts/face.ts'
import { type Result, fail } from '../../contracts/result.ts'
import { createDoorServer } from './door-server.ts'

/** One end of a pair of message ports between two of our own processes. */
export type Wire = {
  readonly post: (message: unknown) => void
  /** Returns the end of the subscription. */
  readonly onMessage: (receive: (message: unknown) => void) => () => void
}

const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask'), id: z.int(), path: z.string(), input: z.unknown() }),
  z.object({ kind: z.literal('answer'), id: z.int(), result: z.custom<Result<unknown>>(isResult) }),
  z.object({ kind: z.literal('tell'), path: z.string(), payload: z.unknown() }),
])
type Message = z.input<typeof message>

/** Answers what the other process asks. Returns its end. */
export function servePort<D extends Door>(
  door: D,
  answering: Answering<D>,
  wire: Wire,
  log: (message: string, error: unknown) => void,
): () => void {
  const answer = createDoorServer(door, answering, log)
  return wire.onMessage((received) => {
    const parsed = message.safeParse(received)
    if (!parsed.success || parsed.data.kind !== 'ask') return
    const { id, path, input } = parsed.data
    void answer(path, input).then((result) => send(wire, { kind: 'answer', id, result }))
  })
}

export function pushPort<D extends Door>(door: D, wire: Wire): Pushing<D> {
  return mapGroups<Pushing<D>>(
    door,
    (_entry, path) => (payload: unknown) => send(wire, { kind: 'tell', path, payload }),
  )
}

/**
 * The asking half, outliving the process behind it: `connect` for each new one, `disconnect` when it is
 * gone. Whatever is open then, or asked in between, is answered with `unavailable`; whether the other
 * side acted on it is unknown, so only calls with an op id are safe to repeat blindly.
 */
export type PortAsking<D extends Door> = {
  readonly asking: Asking<D>
  readonly connect: (wire: Wire) => void
  readonly disconnect: () => void
}

export function createPortAsking<D extends Door>(door: D): PortAsking<D> {
  const open = new Map<number, (result: Result<unknown>) => void>()
  const listenersByPath = new Map<string, Set<(payload: unknown) => void>>()
  let wire: Wire | null = null
  let end: (() => void) | null = null
  let lastId = 0

  function receive(received: unknown): void {
    const parsed = message.safeParse(received)
    if (!parsed.success) return
    if (parsed.data.kind === 'answer') {
      open.get(parsed.data.id)?.(parsed.data.result)
      open.delete(parsed.data.id)
    }
    if (parsed.data.kind === 'tell')
      for (const listener of listenersByPath.get(parsed.data.path) ?? [])
        listener(parsed.data.payload)
  }

  return {
    asking: askingThrough<D>(faceOf(door), {
      ask: (path, input) =>
        new Promise((resolve) => {
          if (wire === null) return resolve(fail<DoorCode>('unavailable'))
          lastId += 1
          open.set(lastId, resolve)
          send(wire, { kind: 'ask', id: lastId, path, input })
        }),
      listen: (path, listener) => {
        const listeners = listenersByPath.get(path) ?? new Set()
        listenersByPath.set(path, listeners.add(listener))
        return () => listeners.delete(listener)
      },
    }),
    connect(next) {
      end?.()
      wire = next
      end = next.onMessage(receive)
    },
    disconnect() {
      end?.()
      wire = null
      for (const resolve of open.values()) resolve(fail<DoorCode>('unavailable'))
      open.clear()
    },
  }
}

function send(wire: Wire, sent: Message): void {
  wire.post(sent)
}

function isResult(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value
}
