/**
 * A text whose code points sort as people at the desk expect a list: case and accents do not matter,
 * å ä ö come after z (and Danish or Norwegian æ ø beside ä ö). Equal keys are told apart by id.
 */
export function sortKey(text: string): string {
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
const own: Readonly<Record<string, string>> = {
  å: '{',
  ä: '|',
  æ: '|',
  ö: '}',
  ø: '}',
  ß: 'ss',
}
