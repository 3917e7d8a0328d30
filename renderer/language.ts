import { create } from 'zustand'
import type { Preferences } from '../core/preferences.ts'
import type { Messages } from './messages/catalogue.ts'

export type Language = 'en' | 'fi'

type Spoken = {
  readonly language: Language
  /** The one asked for last, perhaps still being loaded. */
  readonly wanted: Language
  /** Of dates and numbers: the person's own region where the catalogue speaks its language. */
  readonly locale: string
  /** null: English, which is always there. */
  readonly catalogue: Messages | null
}

export const useLanguage = create<Spoken>()(() => ({
  language: 'en',
  wanted: 'en',
  locale: localeFor('en', navigator.language),
  catalogue: null,
}))

/** The topics of `english`, said in the language of the moment. */
export function speaking<Topics extends object>(english: Topics): Topics {
  return new Proxy(english, {
    get: (_, topic) => Reflect.get(useLanguage.getState().catalogue ?? english, topic),
  })
}

/** Another language is loaded before it is spoken; until then the present one stays. */
export async function speak(language: Language): Promise<void> {
  useLanguage.setState({ wanted: language })
  const catalogue = await catalogues[language]()
  if (useLanguage.getState().wanted !== language) return
  const locale = localeFor(language, navigator.language)
  useLanguage.setState({ language, locale, catalogue })
}

export function languageOf(wish: Preferences['language'], system: string): Language {
  if (wish !== 'system') return wish
  return system.toLowerCase().startsWith('fi') ? 'fi' : 'en'
}

export function localeFor(language: Language, system: string): string {
  return system.startsWith(language) ? system : regions[language]
}

const regions = { en: 'en-GB', fi: 'fi-FI' } as const satisfies Record<Language, string>

const catalogues: Record<Language, () => Promise<Messages | null>> = {
  en: () => Promise.resolve(null),
  fi: () => import('./messages/fi.ts').then(({ fi }) => fi),
}
