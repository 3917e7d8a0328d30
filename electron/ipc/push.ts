import { tellChannel } from '../../contracts/channels.ts'
import type { Door, Pushing } from '../../contracts/door.ts'
import { mapGroups } from '../../contracts/face.ts'

/** News for the window; `send` drops what no window is there to hear. */
export function pushTo<D extends Door>(
  door: D,
  send: (channel: string, path: string, payload: unknown) => void,
): Pushing<D> {
  return mapGroups<Pushing<D>>(
    door,
    (_entry, path) => (payload: unknown) => send(tellChannel, path, payload),
  )
}
