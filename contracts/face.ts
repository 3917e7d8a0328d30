import type { Asking, Call, Door, Event } from './door.ts'

/** The names of a door without its schemas: all that the sandboxed preload needs to know. */
export type Face = Readonly<Record<string, Readonly<Record<string, 'call' | 'event'>>>>

/** What carries questions and news; `path` is `group.name`. */
export type Carrier = {
  readonly ask: (path: string, input: unknown) => Promise<unknown>
  /** Returns the end of the subscription. */
  readonly listen: (path: string, listener: (payload: unknown) => void) => () => void
}

export function faceOf(door: Door): Face {
  return mapGroups<Face, Call | Event>(door, (entry) => entry.kind)
}

/** The asking side of the door that `face` was made of: frozen, with exactly its names. */
export function askingThrough<D extends Door>(face: Face, carrier: Carrier): Asking<D> {
  return mapGroups<Asking<D>, 'call' | 'event'>(face, (kind, path) =>
    kind === 'call'
      ? (input: unknown) => carrier.ask(path, input)
      : (listener: (payload: unknown) => void) => carrier.listen(path, listener),
  )
}

type Groups<Entry> = Readonly<Record<string, Readonly<Record<string, Entry>>>>

/**
 * Walks a value of the door's shape and makes a `Shape` of it, frozen in both layers. That the names of
 * `Shape` are those of `groups` is for the caller to know: it computes one type from the other.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export function mapGroups<Shape, Entry = unknown>(
  groups: Groups<Entry>,
  make: (entry: Entry, path: string) => unknown,
): Shape {
  const made = Object.entries(groups).map(([group, entries]) => {
    const pairs = Object.entries(entries).map(
      ([name, entry]) => [name, make(entry, `${group}.${name}`)] as const,
    )
    return [group, Object.freeze(Object.fromEntries(pairs))] as const
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.freeze(Object.fromEntries(made)) as Shape
}

/** Visits every entry of a value of the door's shape. */
export function eachEntry<Entry>(
  groups: Groups<Entry>,
  visit: (entry: Entry, path: string) => void,
): void {
  for (const [group, entries] of Object.entries(groups))
    for (const [name, entry] of Object.entries(entries)) visit(entry, `${group}.${name}`)
}
