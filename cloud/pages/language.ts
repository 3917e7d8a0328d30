export const languages = ['en', 'fi'] as const
export type Language = (typeof languages)[number]

export function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text)
}

/** The language a browser prefers among ours, by `Accept-Language` (RFC 9110 section 12.5.4). */
export function preferredLanguage(header: string | undefined, otherwise: Language): Language {
  const wishes = (header ?? '').slice(0, 500).split(',').map(readWish)
  const known = wishes.filter((wish) => wish.weight > 0 && isLanguage(wish.language))
  const best = known.toSorted((a, b) => b.weight - a.weight)[0]?.language
  return best !== undefined && isLanguage(best) ? best : otherwise
}

function readWish(text: string) {
  const [range = '', ...parameters] = text
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/)
  const quality = parameters.find((each) => each.startsWith('q='))?.slice(2) ?? '1'
  const weight = Number(quality)
  return { language: range.split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 }
}

/** A date as people of the language write it; clouds do not know the site's time zone. */
export function longDate(language: Language, at: string): string {
  return written(language, at, { dateStyle: 'long' })
}

export function longMoment(language: Language, at: string): string {
  return written(language, at, { dateStyle: 'long', timeStyle: 'short' })
}

function written(language: Language, at: string, style: Intl.DateTimeFormatOptions): string {
  const locale = language === 'en' ? 'en-GB' : 'fi-FI'
  return new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(new Date(at))
}
