import { speaking } from './language.ts'
import type { FirstMessages } from './messages/catalogue.ts'
import { enFirst } from './messages/en-first.ts'

/** The sentences of the first screen. Read where they are said: the language may change. */
export const first = speaking<FirstMessages>(enFirst)
