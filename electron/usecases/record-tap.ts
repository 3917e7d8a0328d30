import type { Pushing } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import type { Tap } from '../../core/reader.ts'
import type { TendedReaders } from './tend-readers.ts'

/**
 * A card was presented: unless its reader is ignored the window is told, and nothing else happens until
 * a person sends.
 */
export function createRecordTap(deps: {
  readonly tell: Pick<Pushing<Ipc>['reader'], 'tapped'>
  readonly readers: Pick<TendedReaders, 'took'>
}): (tap: Tap) => void {
  return (tap) =>
    deps.readers.took(tap, ({ name, label, muted, ignored }) => {
      if (!ignored) deps.tell.tapped({ ...tap, label: label ?? name, muted })
    })
}
