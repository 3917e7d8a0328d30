import { parseArgs } from 'node:util'
import { type Result, ok } from '../../contracts/result.ts'
import { folder, readOptions, text, wrong } from './options.ts'

export type PersonCommand = {
  readonly kind: 'person'
  readonly dataDir: string
  readonly verb: 'export' | 'erase'
  /** By the email they have now, or by the id of a record or login. */
  readonly of: { readonly email: string } | { readonly id: string }
}

export const personUsage = `npm run cloud -- person export (--email EMAIL | --id ID) [--data DIR]
npm run cloud -- person erase (--email EMAIL | --id ID) [--data DIR]
    What is kept about somebody, in all accounts: printed as one JSON document, or taken away for good. ID is
    that of a record or login, as the audit and its export tell it; a person who was deleted at a desk has no
    email any more and is found by it alone. Erasing deletes their records and their login, takes their names
    out of all logs and tells every desk to do the same when it syncs; the audit stays whole. Copies of the
    database, its backups, and files of mails are for the operator to deal with.`

export function parsePerson(args: readonly string[]): Result<PersonCommand, 'usage'> {
  const [verb = '', ...rest] = args
  if (verb !== 'export' && verb !== 'erase') {
    return wrong(`person wants export or erase${verb ? `, not "${verb}"` : ''}.`)
  }
  const options = { email: text, id: text, data: text } as const
  const parsed = readOptions(() => parseArgs({ args: rest, options }).values)
  if (!parsed.ok) return parsed
  const dataDir = folder(parsed.value.data)
  if (!dataDir.ok) return dataDir
  const email = parsed.value.email?.trim() ?? ''
  const id = parsed.value.id?.trim() ?? ''
  if ((email === '') === (id === '')) {
    return wrong('Say who with --email or with --id, one of them.')
  }
  const of = email === '' ? { id } : { email }
  return ok({ kind: 'person', dataDir: dataDir.value, verb, of })
}
