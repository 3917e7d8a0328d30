import { bytesTaken } from '../../../core/card/cut.ts'
import { renderings } from '../../../core/card/renderings.ts'
import type { WedgeProfile } from '../../../core/wedge-profile.ts'
import { t } from '../../messages.ts'

/** How a keyboard reader writes, in a few words. */
export function wayOf({ rendering, letters, prefix, suffix, bytes }: WedgeProfile): string {
  const found = renderings.find(({ id }) => id === rendering)
  if (found === undefined) return rendering
  const taken = bytesTaken(found.cut, bytes)
  const written = t.card.form({ form: found.form, bytes: taken, digits: 0 })
  const around = t.wedge.around(prefix, suffix)
  return [written, t.card.cuts[found.cut], around, t.wedge.letters[letters]]
    .filter((part) => part !== '')
    .join(', ')
}
