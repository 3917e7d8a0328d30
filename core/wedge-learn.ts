import type { RenderingId } from './card/renderings.ts'
import { decodeAs, renderingsOf } from './card/renderings.ts'
import { type WedgeText, lettersOf, wedgeLetters } from './wedge-letters.ts'
import { type WedgeProfile, isDecimal, readWedge } from './wedge-profile.ts'

/** What a keyboard reader typed of a card whose UID another reader has read. */
export type WedgeSample = { readonly text: WedgeText; readonly uid: string }

/**
 * The ways of writing that explain all samples, those that leave the least unexplained. More than one where
 * the card's number reads the same in several ways: a second card decides. Empty where none explains it.
 */
export function learnWedge(samples: readonly WedgeSample[]): readonly WedgeProfile[] {
  const [first, ...others] = samples
  if (first === undefined) return []
  const found = readingsOf(first.text)
    .flatMap(({ letters, read }) =>
      renderingsOf(first.uid).flatMap(({ rendering, text }) => {
        const { id, form } = rendering
        if (form === 'padded' || text.length < fewestCharacters) return []
        const around = aroundOf(read, text, isDecimal(id))
        return around === null
          ? []
          : [{ letters, ...around, rendering: id, bytes: first.uid.length / 2 }]
      }),
    )
    .filter((profile) => others.every((sample) => explains(profile, sample)))
  const least = Math.min(...found.map(unexplained))
  return found.filter((profile) => unexplained(profile) === least)
}

/** One way of reading what was typed; nobody can tell from the text alone whether it is the right one. */
export type WedgeGuess = { readonly profile: WedgeProfile; readonly uid: string }

/** The common ways: hexadecimal or decimal, in either order. For a person to choose from. */
export function guessWedge(text: WedgeText): readonly WedgeGuess[] {
  const guesses = readingsOf(text).flatMap(({ letters, read }) => {
    const [, prefix = '', body = '', suffix = ''] = framed.exec(read) ?? []
    return common.flatMap((rendering) =>
      lengthsOf(body, rendering).flatMap((bytes) => {
        const profile = { letters, prefix, suffix, rendering, bytes }
        const wedge = readWedge(profile, text)
        return wedge?.uid.length === bytes * 2 ? [{ profile, uid: wedge.uid }] : []
      }),
    )
  })
  return guesses.filter(({ uid }, at) => guesses.findIndex((each) => each.uid === uid) === at)
}

/** Whether one of the numbers that this UID is known under is printed so. */
export function isPrintedAs(uid: string, printed: string): boolean {
  const bare = (text: string) =>
    text
      .replace(/[\s:.-]/g, '')
      .toUpperCase()
      .replace(/^0+/, '')
  const sought = bare(printed)
  return sought !== '' && renderingsOf(uid).some(({ text }) => bare(text) === sought)
}

const common: readonly RenderingId[] = [
  'hex.card',
  'hex.reversed',
  'decimal.card',
  'decimal.reversed',
]
const framed = /^([^0-9A-Fa-f]{0,4})(.+?)([^0-9A-Fa-f]{0,4})$/

/** A shorter number is found by chance in what other cards type. */
const fewestCharacters = 4
const longestAround = 4

/** What the keys may mean, each text once: most readers need nothing to be mended. */
function readingsOf(text: WedgeText) {
  const readings = wedgeLetters.flatMap((letters) => {
    const read = lettersOf(text, letters)
    return read === null || read === '' ? [] : [{ letters, read }]
  })
  const bare = readings.map(({ read }) => read.toUpperCase())
  return readings.filter((_, at) => bare.indexOf(bare[at] ?? '') === at)
}

function aroundOf(read: string, text: string, decimal: boolean) {
  const at = read.toUpperCase().lastIndexOf(text)
  if (at === -1) return null
  const before = read.slice(0, at)
  const prefix = decimal ? before.replace(/0+$/, '') : before
  const suffix = read.slice(at + text.length)
  return prefix.length > longestAround || suffix.length > longestAround ? null : { prefix, suffix }
}

function explains(profile: WedgeProfile, { text, uid }: WedgeSample): boolean {
  const read = readWedge({ ...profile, bytes: uid.length / 2 }, text)
  return read !== null && (read.whole ? read.uid === uid : isPartOf(read.uid, uid))
}

function isPartOf(known: string, uid: string): boolean {
  return uid.includes(known.startsWith('88') ? known.slice(2) : known) || uid.includes(known)
}

function unexplained({ prefix, suffix }: WedgeProfile): number {
  return prefix.length + suffix.length
}

/** A decimal has the shortest length that fits, or is a 125 kHz number. */
function lengthsOf(body: string, rendering: RenderingId): readonly number[] {
  if (!isDecimal(rendering)) return [body.replace(/[^0-9A-Fa-f]/g, '').length / 2]
  const bare = body.replace(/^0+(?=\d)/, '')
  const fits = (length: number) => decodeAs(bare, rendering, length) !== null
  const shortest = [4, 7, 8, 10].find(fits)
  return [...(shortest === undefined ? [] : [shortest]), ...[5, 3].filter(fits)]
}
