import { z } from 'zod'

/** Finnish and Swedish end their alphabet with å ä ö; elsewhere these are an a and an o with accents. */
export const sortLanguage = z.enum(['nordic', 'other'])
export type SortLanguage = z.infer<typeof sortLanguage>

/** Of a BCP 47 tag such as `fi-FI`. */
export function sortLanguageOf(tag: string): SortLanguage {
  return /^(fi|sv)(-|$)/i.test(tag) ? 'nordic' : 'other'
}

/**
 * A text whose code points sort as people at the desk expect a list: case and accents do not matter. In
 * Finnish and Swedish å ä ö come after z, and Danish or Norwegian æ ø beside ä ö. Equal keys are told
 * apart by id.
 */
export function sortKey(text: string, language: SortLanguage): string {
  const own = language === 'nordic' ? afterZ : asciiOf
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[åäæöøß]/gu, (letter) => own[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** The three characters after z in ASCII. */
const afterZ: Readonly<Record<string, string>> = {
  å: '{',
  ä: '|',
  æ: '|',
  ö: '}',
  ø: '}',
  ß: 'ss',
}

const asciiOf: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', ß: 'ss' }
