import type { Asking, Door } from './door.ts'

/** The names of a door without its schemas: all that the sandboxed preload needs to know. */
export type Face = Readonly<Record<string, Readonly<Record<string, 'call' | 'event'>>>>

/** What carries questions and news; `path` is `group.name`. */
export type Carrier = {
  readonly ask: (path: string, input: unknown) => Promise<unknown>
  /** Returns the end of the subscription. */
  readonly listen: (path: string, listener: (payload: unknown) => void) => () => void
}

export function faceOf(door: Door): Face {
  return mapGroups(door, (entry) => entry.kind)
}

/** The asking side of the door that `face` was made of: frozen, with exactly its names. */
export function askingThrough<D extends Door>(face: Face, carrier: Carrier): Asking<D> {
  const asking = mapGroups(face, (kind, path) =>
    kind === 'call'
      ? (input: unknown) => carrier.ask(path, input)
      : (listener: (payload: unknown) => void) => carrier.listen(path, listener),
  )
  return asking as Asking<D>
}

/** Walks a value of the door's shape; the result is frozen in both layers. */
export function mapGroups<Entry, Made>(
  groups: Readonly<Record<string, Readonly<Record<string, Entry>>>>,
  make: (entry: Entry, path: string) => Made,
): Readonly<Record<string, Readonly<Record<string, Made>>>> {
  const made = Object.entries(groups).map(([group, entries]) => {
    const pairs = Object.entries(entries).map(
      ([name, entry]) => [name, make(entry, `${group}.${name}`)] as const,
    )
    return [group, Object.freeze(Object.fromEntries(pairs))] as const
  })
  return Object.freeze(Object.fromEntries(made))
}
