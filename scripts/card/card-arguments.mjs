import { parseArgs } from 'node:util'
import { parseCardText } from '../../core/card-number.ts'

export const usage = 'npm run -s card -- HEX [--atr HEX]'

/**
 * What the command line asks for, or one sentence that says what is wrong and what to give instead.
 * Where the number was read is not known: without an ATR it may come from a reader that types.
 *
 * @param {string[]} argv
 * @returns {{ uid: string, atr: string, source: 'reader' | 'keyboard' } | { problem: string }}
 */
export function readCardArguments(argv) {
  const given = parse(argv)
  if ('problem' in given) return given
  const { values, positionals } = given
  const [text, surplus] = positionals
  if (text === undefined) {
    return { problem: `The card number is missing: use ${usage}, such as 04C43BC21C2680` }
  }
  if (surplus !== undefined) {
    return {
      problem: `"${surplus}" is one argument too many: give one number, in quotes if spaced`,
    }
  }
  const number = parseCardText(text, 'hex')
  if (!number.ok) return { problem: `"${text}" is no card number: ${explain(number)}` }

  const atr = (values.atr ?? '').replace(/[\s:-]/g, '').toUpperCase()
  if (values.atr !== undefined && !/^3[BF]([0-9A-F]{2}){1,32}$/.test(atr)) {
    return {
      problem: `--atr "${values.atr}" is no ATR: give 2 to 33 bytes in hex that begin with 3B or 3F`,
    }
  }
  return { uid: number.value, atr, source: atr === '' ? 'keyboard' : 'reader' }
}

function parse(argv) {
  try {
    const options = { atr: { type: /** @type {const} */ ('string') } }
    return parseArgs({ args: argv, options, allowPositionals: true })
  } catch (error) {
    return { problem: `${error.message.split('.')[0]}: use ${usage}` }
  }
}

function explain({ code, detail }) {
  switch (code) {
    case 'odd-digits':
      return `it has ${detail.digits} hex digits, and each byte takes two`
    case 'too-short':
    case 'too-long':
    case 'wrong-length':
      return `it has ${detail.bytes} ${detail.bytes === 1 ? 'byte' : 'bytes'}, and a card has 3, 4, 5, 7, 8 or 10`
    default:
      return 'give hex digits, 0–9 and A–F, two for each byte'
  }
}
