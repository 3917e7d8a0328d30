import type { Answering, Call, Door, DoorCode, Event } from '../../contracts/door.ts'
import { eachEntry } from '../../contracts/face.ts'
import { type Result, fail } from '../../contracts/result.ts'

/** Answers one question: known path, parsed input, one handler, never an exception. */
export type DoorServer = (path: unknown, input: unknown) => Promise<Result<unknown>>

/**
 * The answering half of a door, whatever carries it.
 *
 * A path that the door does not have is `malformed` with field `call`; input that the schema refuses is
 * `malformed` with the dotted path of the field. An exception of a handler is a bug: it is logged and
 * answered with `unavailable`.
 */
export function createDoorServer<D extends Door>(
  door: D,
  answering: Answering<D>,
  log: (message: string, error: unknown) => void,
): DoorServer {
  const callsByPath = collectCalls(door, answering)
  return async (path, input) => {
    const entry = typeof path === 'string' ? callsByPath.get(path) : undefined
    if (entry === undefined) return fail<DoorCode>('malformed', { field: 'call' })
    const parsed = entry.call.input.safeParse(input)
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.join('.') ?? ''
      return fail<DoorCode>('malformed', { field: field === '' ? 'input' : field })
    }
    try {
      return await entry.handler(parsed.data)
    } catch (error) {
      log(`${String(path)} failed`, error)
      return fail<DoorCode>('unavailable')
    }
  }
}

type Handler = (input: unknown) => Promise<Result<unknown>> | Result<unknown>

function collectCalls<D extends Door>(door: D, answering: Answering<D>) {
  const handlers = answering as Readonly<Record<string, Readonly<Record<string, Handler>>>>
  const callsByPath = new Map<string, { call: Call; handler: Handler }>()
  eachEntry<Call | Event>(door, (entry, path) => {
    const [group = '', name = ''] = path.split('.')
    const handler = handlers[group]?.[name]
    if (entry.kind === 'call' && handler) callsByPath.set(path, { call: entry, handler })
  })
  return callsByPath
}
