import { parseArgs } from 'node:util'
import { type Result, fail, ok } from '../../contracts/result.ts'
import { folder, readOptions, text } from '../command-line/options.ts'
import { tokenIn } from '../mail/return-address.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { longestReport } from './delivery-report.ts'
import type { Bounce } from './note-bounce.ts'
import { takeBounce } from './take-bounce.ts'

export type BounceCommand = {
  readonly kind: 'bounce'
  readonly dataDir: string
  /** Whom the envelope named; null: as the message says. */
  readonly to: string | null
}

export const bounceUsage = `npm run cloud -- bounce [--to ADDRESS] [--data DIR]
    Reads one message from standard input, as a mail server pipes it, and notes what a report about a mail
    of this cloud says. ADDRESS is whom the envelope named; without it the message's own lines are
    believed. Ends with 75 where the mail server is to try again.`

export function parseBounce(args: readonly string[]): Result<BounceCommand, 'usage'> {
  const options = { to: text, data: text } as const
  const parsed = readOptions(() => parseArgs({ args: [...args], options }).values)
  if (!parsed.ok) return parsed
  const dataDir = folder(parsed.value.data)
  if (!dataDir.ok) return dataDir
  return ok({ kind: 'bounce', dataDir: dataDir.value, to: parsed.value.to ?? null })
}

/** `again`: later. Whatever else it was, there is nothing for the mail server to do. */
export async function runBounce(
  db: CloudDatabase,
  { to }: BounceCommand,
  message: Buffer,
  now: Date,
): Promise<Result<Bounce, 'again'>> {
  const token = tokenIn(to ?? addressesOf(message))
  if (token === null) return ok('unknown')
  const bounce = await takeBounce(db, { token, message, now, tell: () => {} })
  return bounce === 'early' ? fail('again') : ok(bounce)
}

/** Nobody gets anything done with a token that they made up, so where it stands does not matter much. */
function addressesOf(message: Buffer): string {
  const whole = message.subarray(0, longestReport).toString('latin1')
  const head = whole.split(/\r?\n\r?\n/)[0] ?? ''
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  return lines.filter((line) => /^(delivered-to|x-original-to|to):/i.test(line)).join('\n')
}
