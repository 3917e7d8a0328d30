import type { Answering, Asking, Call, Door, Event, Pushing } from '../../contracts/door.ts'
import { askingThrough, eachEntry, faceOf, mapGroups } from '../../contracts/face.ts'
import type { Result } from '../../contracts/result.ts'
import { createDoorServer } from '../../electron/ipc/door-server.ts'

type Handlers = Readonly<
  Record<string, (input: unknown) => Promise<Result<unknown>> | Result<unknown>>
>

/** Handlers for some calls of the door; the others answer `unavailable`. */
export type SomeAnswers<D extends Door> = {
  readonly [Group in keyof Answering<D>]?: Partial<Answering<D>[Group]>
}

export type AppDouble<D extends Door> = {
  /** What `window.app` is in the window. */
  readonly app: Asking<D>
  /** Pushes news as main would; the payload is parsed by the contract, so that no test tells nonsense. */
  readonly tell: Pushing<D>
  /** Sets or replaces handlers. */
  answer(answers: SomeAnswers<D>): void
  /** Every question so far, in order, as `group.name`. */
  readonly asked: { readonly path: string; readonly input: unknown }[]
}

/**
 * Stands in for everything behind the window. Computed from the same contract value as the real faces,
 * with the same parsing at the door; what a handler answers must fit the contract's output.
 */
export function createAppDouble<D extends Door>(door: D, first: SomeAnswers<D> = {}): AppDouble<D> {
  const handlersByPath = new Map<string, Handlers[string]>()
  const listenersByPath = new Map<string, Set<(payload: unknown) => void>>()
  const asked: AppDouble<D>['asked'] = []

  const answering = mapGroups<Answering<D>, Call | Event>(
    door,
    (entry, path) => async (input: unknown) => {
      const handler = handlersByPath.get(path)
      if (entry.kind !== 'call' || handler === undefined) return { ok: false, code: 'unavailable' }

      const result = await handler(input)
      return result.ok ? { ok: true, value: entry.output.parse(result.value) } : result
    },
  )
  const answerAt = createDoorServer(door, answering, (message, error) => {
    throw new Error(message, { cause: error })
  })

  function answer(answers: SomeAnswers<D>): void {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    eachEntry(answers as Readonly<Record<string, Handlers>>, (handler, path) =>
      handlersByPath.set(path, handler),
    )
  }
  answer(first)

  return {
    app: askingThrough<D>(faceOf(door), {
      ask: (path, input) => {
        asked.push({ path, input })
        return answerAt(path, input)
      },
      listen: (path, listener) => {
        const listeners = listenersByPath.get(path) ?? new Set()
        listenersByPath.set(path, listeners.add(listener))
        return () => listeners.delete(listener)
      },
    }),
    tell: mapGroups<Pushing<D>, Call | Event>(door, (entry, path) => (payload: unknown) => {
      if (entry.kind !== 'event') return
      const parsed: unknown = entry.payload.parse(payload)
      for (const listener of listenersByPath.get(path) ?? []) listener(parsed)
    }),
    answer,
    asked,
  }
}
