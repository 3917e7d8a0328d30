import { speaking } from './language.ts'
import type { Messages } from './messages/catalogue.ts'
import { en } from './messages/en.ts'

export type { Messages } from './messages/catalogue.ts'

/** Every sentence that a person reads comes from here. Read where it is said: the language may change. */
export const t = speaking<Messages>(en)
