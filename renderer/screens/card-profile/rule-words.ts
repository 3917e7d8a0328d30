import type { PrintRule } from '../../../core/card/learn.ts'
import { bytesTaken } from '../../../core/card/cut.ts'
import { render, type Rendering, renderings } from '../../../core/card/renderings.ts'
import type { Messages } from '../../messages.ts'

type Words = Pick<Messages, 'card' | 'profile'>

/** How a rendering is called for cards of so many bytes, or the nearest that are written so. */
export function renderingWords(rendering: Rendering, length: number, t: Words): string {
  const { form, cut, lengths } = rendering
  const fitting = lengths.includes(length) ? length : (lengths.at(-1) ?? length)
  const digits = render('00'.repeat(fitting), rendering.id)?.length ?? 0
  const written = t.card.form({ form, bytes: bytesTaken(cut, fitting), digits })
  return `${written}, ${t.card.cuts[cut]}`
}

export function ruleWords({ rendering: id, take }: PrintRule, length: number, t: Words): string {
  const rendering = renderings.find((each) => each.id === id)
  const name = rendering === undefined ? id : renderingWords(rendering, length, t)
  switch (take.kind) {
    case 'all':
      return name
    case 'padded':
      return t.profile.takes.padded(name, take.width)
    case 'part':
      return t.profile.takes.part(name, take.digits, take.dropped)
    case 'offset':
      return t.profile.takes.offset(name, take.add)
  }
}
