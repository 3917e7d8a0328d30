import { z } from 'zod'
import { isWhole } from './card/pattern.ts'
import { type RenderingId, decodeAs, renderingId } from './card/renderings.ts'
import { type WedgeText, lettersOf, wedgeLetters } from './wedge-letters.ts'

/** How a keyboard reader writes a card's number: learnt once, and then it is no guess any more. */
export const wedgeProfile = z.strictObject({
  letters: z.enum(wedgeLetters),
  prefix: z.string().max(4),
  suffix: z.string().max(4),
  /** Of what is left; a decimal may have leading zeros. */
  rendering: renderingId,
  /** Length of the UID that it was learnt from. */
  bytes: z.int().min(3).max(10),
})
export type WedgeProfile = z.infer<typeof wedgeProfile>

export const wedgeTyped = z.strictObject({
  typed: z.string().max(128),
  byPosition: z.string().max(128).nullable(),
})

export type WedgeRead = {
  /** As far as the reader passes it on, in the card's own order. */
  readonly uid: string
  /** Whether it is the whole UID. */
  readonly whole: boolean
}

/** The card that a reader with this profile typed; null when it does not type so. */
export function readWedge(profile: WedgeProfile, text: WedgeText): WedgeRead | null {
  const body = bodyOf(profile, text)
  if (body === null) return null
  const { rendering, bytes } = profile
  for (const length of lengthsFor(profile, body)) {
    const pattern = decodeAs(body, rendering, length)
    if (pattern !== null && isWhole(pattern)) return { uid: pattern.value, whole: true }
    if (pattern !== null && length === bytes) {
      return { uid: knownOf(pattern, rendering), whole: false }
    }
  }
  return null
}

/** What all known readers make of it; more than one answer where they contradict each other. */
export function readByAny(profiles: readonly WedgeProfile[], text: WedgeText): WedgeRead[] {
  const reads = profiles.flatMap((profile) => readWedge(profile, text) ?? [])
  return [...new Map(reads.map((read) => [read.uid, read])).values()]
}

/** Whether both write alike, whatever card they were learnt from. */
export function isSameWedge(one: WedgeProfile, other: WedgeProfile): boolean {
  const { bytes: _one, ...first } = one
  const { bytes: _other, ...second } = other
  return JSON.stringify(first) === JSON.stringify(second)
}

/** Decimals without their leading zeros, so that no width has to be known. */
export function isDecimal(rendering: RenderingId): boolean {
  return rendering.startsWith('decimal.')
}

/**
 * The lengths of UIDs that such a reader may meet: those of one frequency, the shortest that fits first,
 * because no chip of a longer one begins or ends with so many zeros. Turned around, one ISO 15693 number in
 * 256 would fit seven bytes; its `E0` tells.
 */
function lengthsFor({ rendering, bytes }: WedgeProfile, body: string): readonly number[] {
  if (bytes === 3 || bytes === 5) return [bytes]
  const iso15693 = bytes === 8 && decodeAs(body, rendering, 8)?.value.startsWith('E0')
  return iso15693 === true ? [8] : [4, 7, 8, 10]
}

function bodyOf({ letters, prefix, suffix, rendering }: WedgeProfile, text: WedgeText) {
  const read = lettersOf(text, letters)
  if (read === null || !read.startsWith(prefix) || !read.endsWith(suffix)) return null
  const body = read.slice(prefix.length, read.length - suffix.length).toUpperCase()
  return isDecimal(rendering) ? body.replace(/^0+(?=\d)/, '') : body
}

/** The known bytes; a cascade tag is kept, because it says that the rest is missing. */
function knownOf({ value, mask }: { value: string; mask: string }, rendering: RenderingId): string {
  const known = value.replace(/../g, (byte, at: number) => (mask.startsWith('FF', at) ? byte : ''))
  return rendering.includes('.cascade') ? `88${known}` : known
}
