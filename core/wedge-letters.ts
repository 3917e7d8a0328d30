/** How the characters of a keyboard reader become those that it means. */
export type WedgeLetters = (typeof wedgeLetters)[number]

/** What arrived: `typed` as the system's layout made it, `byPosition` as a US keyboard would have. */
export type WedgeText = {
  readonly typed: string
  /** Null when a key's position is not known, as on some remote desktops. */
  readonly byPosition: string | null
}

type Key = { readonly key: string; readonly code: string }

export const wedgeLetters = [
  'as-typed',
  'by-position',
  'azerty',
  'shift-us',
  'shift-nordic',
] as const

export function wedgeText(keys: readonly Key[]): WedgeText {
  const typed = keys.map(({ key }) => (key.length === 1 ? key : '')).join('')
  const positions = keys.map(({ code }) => characterAt(code))
  return { typed, byPosition: positions.includes(null) ? null : positions.join('') }
}

/** The text as `letters` read it; null where that cannot be said. */
export function lettersOf({ typed, byPosition }: WedgeText, letters: WedgeLetters): string | null {
  if (letters === 'as-typed') return typed
  if (letters === 'by-position') return byPosition
  const digits = digitRows[letters]
  return typed
    .split('')
    .map((character) => {
      const digit = digits.indexOf(character)
      return digit === -1 ? character : String(digit)
    })
    .join('')
}

/** Six digits, hexadecimal or not, and little around them: what else is typed that fast is no card. */
export function isLikeCardNumber(keys: readonly Key[]): boolean {
  const text = wedgeText(keys)
  return wedgeLetters.some((letters) => {
    const read = lettersOf(text, letters)
    return read !== null && /^.{0,4}[0-9A-Fa-f:,. -]{6,}.{0,4}$/.test(read)
  })
}

/** What stands on the digit row from 0 to 9 where the layout, or a Shift held by the reader, changes it. */
const digitRows = {
  azerty: 'à&é"\'(-è_ç',
  'shift-us': ')!@#$%^&*(',
  'shift-nordic': '=!"#¤%&/()',
} as const

/** Digits are digits with and without Shift. */
function characterAt(code: string): string | null {
  const named = /^(?:Digit|Numpad|Key)([0-9A-Z])$/.exec(code)?.[1]
  return named ?? others[code] ?? null
}

const others: Readonly<Record<string, string | undefined>> = {
  Minus: '-',
  Semicolon: ';',
  Comma: ',',
  Period: '.',
  NumpadDecimal: '.',
  Space: ' ',
  Slash: '/',
  Equal: '=',
  Backslash: '\\',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
}
