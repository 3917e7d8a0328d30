import { parseArgs } from 'node:util'

export const usage = 'npm run -s tap -- UIDHEX [--atr HEX] [--hold MS] [--slot N]'

const LONGEST_HOLD_MS = 600_000
const uidLengths = [4, 7, 8, 10]

/**
 * What the command line asks for, or one sentence that names the argument at fault and what to
 * give instead. Spaces, colons and dashes between the bytes of UID and ATR are left out.
 *
 * @param {string[]} argv
 * @returns {{ uid: string, atr: string | undefined, hold: number, slot: number } | { problem: string }}
 */
export function readTapArguments(argv) {
  const given = parse(argv)
  if ('problem' in given) return given
  const { values, positionals } = given
  const [text, surplus] = positionals
  if (text === undefined) return { problem: 'UIDHEX is missing: give a UID such as 04A3B1C2D3E480' }
  if (surplus !== undefined) {
    return { problem: `"${surplus}" is one argument too many: give one UID, in quotes if spaced` }
  }

  const uid = bytesOf(text)
  if (uid === null || !uidLengths.includes(uid.length / 2)) {
    return {
      problem: `UIDHEX "${text}" is no UID: give 4, 7, 8 or 10 bytes as 8, 14, 16 or 20 hex digits`,
    }
  }
  const atr = values.atr === undefined ? undefined : bytesOf(values.atr)
  if (atr === null || (atr !== undefined && !/^3[BF]/.test(atr)) || (atr?.length ?? 4) / 2 > 33) {
    return {
      problem: `--atr "${values.atr}" is no ATR: give 2 to 33 bytes in hex that begin with 3B or 3F`,
    }
  }
  const hold = numberOf(values.hold ?? '1000')
  if (hold === null || hold > LONGEST_HOLD_MS) {
    return {
      problem: `--hold "${values.hold}" is no time: give milliseconds from 0 to ${LONGEST_HOLD_MS}`,
    }
  }
  const slot = numberOf(values.slot ?? '0')
  if (slot !== 0 && slot !== 1) {
    return { problem: `--slot "${values.slot}" is no slot: the virtual reader has slots 0 and 1` }
  }
  return { uid, atr, hold, slot }
}

const option = { type: /** @type {const} */ ('string') }

function parse(argv) {
  const options = { atr: option, hold: option, slot: option }
  try {
    return parseArgs({ args: argv, options, allowPositionals: true })
  } catch (error) {
    return { problem: `${error.message.split('.')[0]}: use ${usage}` }
  }
}

function bytesOf(text) {
  const digits = text.replace(/[\s:-]/g, '').toUpperCase()
  return /^([0-9A-F]{2}){2,}$/.test(digits) ? digits : null
}

function numberOf(text) {
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}
