import type { Asking, Door, Pushing } from '../../contracts/door.ts'
import { eachEntry } from '../../contracts/face.ts'

type Tell = (payload: unknown) => void
type Groups<Entry> = Readonly<Record<string, Readonly<Record<string, Entry>> | undefined>>

/** Every event of the door behind goes on to the door in front, which has it under the same name. */
export function passOn<D extends Door>(
  door: D,
  behind: Asking<D>,
  front: { readonly [Group in keyof D]?: Partial<Pushing<D>[Group]> },
): void {
  // The types of both sides come from the same door; only its names are walked here.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const heard = behind as unknown as Groups<(tell: Tell) => () => void>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const told = front as unknown as Groups<Tell>
  eachEntry(door, (entry, path) => {
    const [group = '', name = ''] = path.split('.')
    const listen = heard[group]?.[name]
    const tell = told[group]?.[name]
    if (entry.kind === 'event' && listen && tell) listen(tell)
  })
}
