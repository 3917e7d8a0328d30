import { z } from 'zod'
import { type Rendered, type RenderingId, render, renderingId, renderingsOf } from './renderings.ts'

/** How a printed number comes from a rendering. Plain data: an account may keep it. */
export const printTake = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  /** Filled with leading zeros to so many digits. */
  z.strictObject({ kind: z.literal('padded'), width: z.int().min(1).max(40) }),
  /** So many digits, of which `dropped` more follow in the rendering. */
  z.strictObject({
    kind: z.literal('part'),
    digits: z.int().min(1).max(40),
    dropped: z.int().min(0).max(40),
  }),
  /** The rendering's number and so much more (or less), filled to `width` digits. */
  z.strictObject({
    kind: z.literal('offset'),
    add: z.string().regex(/^-?[0-9]{1,40}$/),
    width: z.int().min(0).max(40),
  }),
])
export type PrintTake = z.infer<typeof printTake>

export const printRule = z.strictObject({ rendering: renderingId, take: printTake })
export type PrintRule = z.infer<typeof printRule>

export type Candidate = PrintRule & {
  /** False while it may be chance: a second card has to agree (`confirm`). */
  readonly certain: boolean
}

export type PrintedCard = { readonly uid: string; readonly printed: string }

/**
 * How the number printed on a card may come from its UID, the best guess first: written exactly so, else a
 * part of it, else a fixed distance from it. Empty when `printed` holds no number that can be compared.
 */
export function learn({ uid, printed }: PrintedCard): readonly Candidate[] {
  const text = tidy(printed)
  if (text === '') return []
  const rendered = renderingsOf(uid)
  const exact = exactly(rendered, text)
  if (exact.length > 0) return exact
  const parts = rendered.flatMap((one) => partOf(one, text))
  if (parts.some(({ certain }) => certain)) return parts.filter(({ certain }) => certain)
  return [...parts, ...rendered.flatMap((one) => offsetTo(one, text))]
}

/** Those candidates that also explain a second card; by then none of them is chance any more. */
export function confirm(
  candidates: readonly Candidate[],
  { uid, printed }: PrintedCard,
): readonly Candidate[] {
  const text = tidy(printed)
  return candidates
    .filter((candidate) => explains(candidate, uid, text))
    .map((candidate) => ({ ...candidate, certain: true }))
}

/** What is printed on a card by this rule; null when the rule has no answer for such a UID. */
export function printedBy({ rendering, take }: PrintRule, uid: string): string | null {
  const text = render(uid, rendering)
  if (text === null) return null
  switch (take.kind) {
    case 'all':
      return text
    case 'padded':
      return text.padStart(take.width, '0')
    case 'part': {
      const end = text.length - take.dropped
      return end < take.digits ? null : text.slice(end - take.digits, end)
    }
    case 'offset': {
      if (!isNumber(text)) return null
      const sum = BigInt(text) + BigInt(take.add)
      return sum < 0n ? null : sum.toString().padStart(take.width, '0')
    }
  }
}

const fewestDigits = 4
/** A part of fewer digits is found in some rendering of most cards. */
const certainDigits = 6

function exactly(rendered: readonly Rendered[], text: string): Candidate[] {
  const identical = rendered.filter((one) => one.text === text)
  const alike = rendered.filter((one) => separatedAlike(one.text) === separatedAlike(text))
  const found = identical.length > 0 ? identical : alike
  const whole = found.map((one) => guess(one, { kind: 'all' }, true))
  return whole.length > 0 ? whole : rendered.flatMap((one) => paddedTo(one, text))
}

function paddedTo(one: Rendered, text: string): Candidate[] {
  if (one.rendering.form !== 'decimal' || one.text.padStart(text.length, '0') !== text) return []
  return [guess(one, { kind: 'padded', width: text.length }, true)]
}

function partOf(one: Rendered, text: string): Candidate[] {
  const { form } = one.rendering
  // Frames are binary, and hexadecimal with separators says nothing that the plain one does not.
  if (text.length < fewestDigits || /^(?:wiegand|hex-|comma)/.test(form)) return []
  const from = one.text.indexOf(text)
  if (from < 0) return []
  const dropped = one.text.length - from - text.length
  const take = { kind: 'part' as const, digits: text.length, dropped }
  return [guess(one, take, text.length >= certainDigits)]
}

function offsetTo(one: Rendered, text: string): Candidate[] {
  if (one.rendering.form !== 'decimal' || !isNumber(text)) return []
  const add = (BigInt(text) - BigInt(one.text)).toString()
  const width = text.startsWith('0') ? text.length : 0
  return [guess(one, { kind: 'offset', add, width }, false)]
}

function explains(candidate: Candidate, uid: string, text: string): boolean {
  const printed = printedBy(candidate, uid)
  return printed !== null && separatedAlike(printed) === separatedAlike(text)
}

function guess({ rendering }: Rendered, take: PrintTake, certain: boolean): Candidate {
  const rule: { rendering: RenderingId; take: PrintTake } = { rendering: rendering.id, take }
  return { ...rule, certain }
}

function tidy(printed: string): string {
  const text = printed.trim().replace(/\s+/g, ' ').toUpperCase()
  return /^[0-9A-F][0-9A-F ,:;./-]*$/.test(text) && text.length <= 40 ? text : ''
}

/** People read "111,27706", "111-27706" and "111 27706" as one number. */
function separatedAlike(text: string): string {
  return text.replace(/[ ,:;./-]+/g, ' ')
}

function isNumber(text: string): boolean {
  return /^[0-9]+$/.test(text)
}
