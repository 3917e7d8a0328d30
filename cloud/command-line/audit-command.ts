import { parseArgs } from 'node:util'
import { type Result, ok } from '../../contracts/result.ts'
import { folder, readOptions, text, wrong } from './options.ts'

/** `account` is an id or a name; null: every one, unless an end is expected. */
export type AuditCommand = {
  readonly kind: 'audit'
  readonly dataDir: string
  readonly account: string | null
  /** The end of an account's chain as it was printed before. */
  readonly expect: { readonly seq: number; readonly hash: string } | null
}

export const auditUsage = `npm run cloud -- audit verify [--account ACCOUNT] [--expect END] [--data DIR]
    Walks through the audit of each account from its first entry to its last, and says whether all of it is
    there as it was written. Prints the END of each chain: kept elsewhere and given back with --expect, it
    proves that nothing up to it was taken away or written anew. Ends with 1 where a chain is not whole.`

export function parseAudit(args: readonly string[]): Result<AuditCommand, 'usage'> {
  const [verb = '', ...rest] = args
  if (verb !== 'verify') return wrong(`audit wants verify${verb ? `, not "${verb}"` : ''}.`)
  const options = { account: text, expect: text, data: text } as const
  const parsed = readOptions(() => parseArgs({ args: rest, options }).values)
  if (!parsed.ok) return parsed
  const dataDir = folder(parsed.value.data)
  if (!dataDir.ok) return dataDir
  const account = parsed.value.account?.trim() || null
  const given = parsed.value.expect
  if (given === undefined)
    return ok({ kind: 'audit', dataDir: dataDir.value, account, expect: null })
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(given) ?? []
  if (seq === undefined || hash === undefined) {
    return wrong(
      `--expect is "${given}"; give the END that "audit verify" printed, such as 812:9f3c….`,
    )
  }
  const expect = { seq: Number(seq), hash }
  return ok({ kind: 'audit', dataDir: dataDir.value, account, expect })
}
