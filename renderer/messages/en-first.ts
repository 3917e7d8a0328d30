import { failures } from './en/failures.ts'
import { refusals } from './en/refusals.ts'
import { signIn } from './en/sign-in.ts'
import { words } from './en/words.ts'

/** What is said before anybody is signed in: all that the first screen has to load. */
export const enFirst = { failures, refusals, signIn, words }
