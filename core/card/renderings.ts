import { z } from 'zod'
import { cardLengths } from './bytes.ts'
import { type CutId, bytesTaken, cutFrom, uncut } from './cut.ts'
import { type FormId, forms } from './form.ts'
import type { Pattern } from './pattern.ts'

/** One way in which a UID is written down somewhere: bytes taken from it, in a form. */
export type Rendering = {
  readonly id: RenderingId
  readonly form: FormId
  readonly cut: CutId
  /** Of the UIDs that are written so, in bytes. */
  readonly lengths: readonly number[]
  /** Whether text and length give back the whole UID. */
  readonly lossless: boolean
  /** Null for a UID of another length. */
  readonly encode: (uid: string) => string | null
  /** What the text says of a UID of `length` bytes; null when none is written so. */
  readonly decode: (text: string, length: number) => Pattern | null
}

const any = [3, 4, 5, 6, 7, 8, 9, 10]
const over3 = [4, 5, 7, 8, 10]
const over4 = [5, 7, 8, 10]
const cascaded = [7, 10]

/** Whole numbers first: the order is the one in which they are shown and preferred. */
const rows = [
  ...family(any, ['card', 'reversed'], ['hex', 'decimal', 'padded']),
  ...family(any, ['card', 'reversed'], ['hex-colon', 'hex-dash', 'hex-space']),
  ...family([3], ['card', 'reversed'], ['pair-8-16', 'facility-100000', 'wiegand-26']),
  ...family([3, 4], ['card', 'reversed'], ['comma']),
  ...family([4], ['card', 'reversed'], ['pair-16-16', 'wiegand-34', 'pair-16-19', 'wiegand-37']),
  ...family(
    over4,
    ['last-4', 'first-4-reversed', 'first-4', 'last-4-reversed'],
    ['hex', 'decimal', 'padded', 'pair-16-16', 'comma', 'wiegand-34'],
  ),
  ...family(
    over3,
    ['last-3', 'first-3-reversed', 'first-3', 'last-3-reversed'],
    ['hex', 'decimal', 'padded', 'pair-8-16', 'facility-100000', 'wiegand-26'],
  ),
  ...family(over4, ['last-5', 'first-5-reversed'], ['pair-16-19', 'wiegand-37']),
  ...family(cascaded, ['cascade', 'cascade-reversed'], ['hex', 'decimal', 'padded']),
]

export type RenderingId = (typeof rows)[number]['id']

export const renderings: readonly Rendering[] = rows.map(renderingOf)

export const renderingId = z.enum(rows.map(({ id }) => id))

const byId = new Map(renderings.map((rendering) => [rendering.id, rendering]))

/** The text of a UID in one rendering; null when UIDs of its length are not written so. */
export function render(uid: string, id: RenderingId): string | null {
  return byId.get(id)?.encode(uid) ?? null
}

/** What a text says of a UID of `length` bytes if it is written in this rendering; null if it is not. */
export function decodeAs(text: string, id: RenderingId, length: number): Pattern | null {
  return byId.get(id)?.decode(text, length) ?? null
}

export type Rendered = { readonly rendering: Rendering; readonly text: string }

/** Every way in which this UID may be found written. */
export function renderingsOf(uid: string): readonly Rendered[] {
  return renderings.flatMap((rendering) => {
    const text = rendering.encode(uid)
    return text === null ? [] : [{ rendering, text }]
  })
}

export type Decoded = {
  readonly id: RenderingId
  /** Bytes of the UID. */
  readonly length: number
  readonly pattern: Pattern
}

/** Everything that a text may say of a UID; the base cannot be told from the text, so most say several. */
export function decodeAll(text: string): readonly Decoded[] {
  const tidy = text.trim().replace(/^0x/i, '').toUpperCase()
  return renderings.flatMap(({ id, lengths, decode }) =>
    cardLengths.flatMap((length) => {
      const pattern = lengths.includes(length) ? decode(tidy, length) : null
      return pattern === null ? [] : [{ id, length, pattern }]
    }),
  )
}

type Row<Form extends FormId, Cut extends CutId> = {
  readonly id: `${Form}.${Cut}`
  readonly form: Form
  readonly cut: Cut
  readonly lengths: readonly number[]
}

function family<const Form extends FormId, const Cut extends CutId>(
  lengths: readonly number[],
  cuts: readonly Cut[],
  written: readonly Form[],
): Row<Form, Cut>[] {
  return cuts.flatMap((cut) =>
    written.map((form) => ({ id: `${form}.${cut}` as const, form, cut, lengths })),
  )
}

function renderingOf({ id, form, cut, lengths }: (typeof rows)[number]): Rendering {
  const { encode, decode } = forms[form]
  return {
    id,
    form,
    cut,
    lengths,
    lossless: cut === 'card' || cut === 'reversed',
    encode: (uid) => (lengths.includes(uid.length / 2) ? encode(cutFrom(uid, cut)) : null),
    decode(text, length) {
      if (!lengths.includes(length)) return null
      const taken = decode(text, bytesTaken(cut, length))
      // Only what would be written exactly so: widths, separators and parity are checked at once.
      if (taken === null || encode(taken.value) !== text) return null
      return uncut(taken, cut, length)
    },
  }
}
