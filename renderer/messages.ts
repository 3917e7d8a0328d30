import { en } from './messages/en.ts'

/** What a catalogue in another language has to satisfy: `fi satisfies Messages`. */
export type Messages = typeof en

/** Every sentence that a person reads comes from here. */
export const t: Messages = en

/** The language of dates and numbers: the person's own region where the catalogue speaks its language. */
export const locale = localeFor('en', navigator.language)

function localeFor(language: string, wanted: string): string {
  return wanted.startsWith(language) ? wanted : `${language}-GB`
}
