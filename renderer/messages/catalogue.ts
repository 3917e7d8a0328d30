import type { en } from './en.ts'
import type { enFirst } from './en-first.ts'

/** The same topics and keys with any text: what one language says in a sentence another says in its own. */
type AnyText<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof T]: AnyText<T[Key]> }

/** What a catalogue in another language has to satisfy: `fi satisfies Messages`. */
export type Messages = AnyText<typeof en>
export type FirstMessages = AnyText<typeof enFirst>
