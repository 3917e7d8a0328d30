import type { Asking, Door, Pushing } from '../../contracts/door.ts'
import { eachEntry } from '../../contracts/face.ts'

type Listen = (listener: (payload: unknown) => void) => () => void
type Push = (payload: unknown) => void

/** Every event of the door behind goes on to the door in front, which has it under the same name. */
export function passOn<D extends Door>(
  door: D,
  behind: Asking<D>,
  front: { readonly [Group in keyof D]?: Partial<Pushing<D>[Group]> },
): void {
  eachEntry(door, (entry, path) => {
    if (entry.kind !== 'event') return
    // The types of both sides come from the same door; only the names are walked here.
    const listen = at<Listen>(behind, path)
    const push = at<Push>(front, path)
    if (listen !== undefined && push !== undefined) listen(push)
  })
}

function at<Found>(groups: object, path: string): Found | undefined {
  const [group = '', name = ''] = path.split('.')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (groups as Record<string, Record<string, Found> | undefined>)[group]?.[name]
}
