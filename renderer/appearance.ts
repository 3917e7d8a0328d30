import type { Preferences } from '../core/preferences.ts'
import { languageOf, speak, useLanguage } from './language.ts'

/** Dresses the document: `tokens.css` reads the theme, screen readers and hyphenation the language. */
export function dress({ theme, language }: Pick<Preferences, 'theme' | 'language'>) {
  const html = document.documentElement
  if (theme === 'system') delete html.dataset['theme']
  else html.dataset['theme'] = theme

  const wanted = languageOf(language, navigator.language)
  if (wanted !== useLanguage.getState().wanted) void speak(wanted)
}

/** The language of the page is the one that it speaks, not the one that is still being loaded. */
export function nameLanguage() {
  useLanguage.subscribe(({ language }) => {
    document.documentElement.lang = language
  })
}
