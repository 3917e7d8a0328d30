import { parseArgs } from 'node:util'
import { type Result, ok } from '../../contracts/result.ts'
import { type Language, languages } from '../pages/language.ts'
import { flag, folder, needed, oneOf, readOptions, text, wrong, yesNo } from './options.ts'

export type AccountCommand =
  | {
      readonly kind: 'account-add'
      readonly dataDir: string
      readonly name: string
      readonly email: string
      readonly personName: string
      readonly passwordStdin: boolean
    }
  | { readonly kind: 'account-list'; readonly dataDir: string }
  | ({ readonly kind: 'account-set'; readonly dataDir: string } & AccountWish)

/** `account` is an id or a name; null: the only one there is. Absent settings stay as they are. */
export type AccountWish = {
  readonly account: string | null
  readonly rename: string | undefined
  readonly language: Language | undefined
  readonly invitationDays: number | undefined
  readonly active: boolean | undefined
}

export const accountUsage = `npm run cloud -- account add --name NAME --email EMAIL [--person NAME] [--data DIR] [--password-stdin]
    Adds an account and its Account Admin. The password is made and printed once,
    or read from standard input. A person who exists keeps their password.
npm run cloud -- account list [--data DIR]
    Prints each account with its settings, one line of JSON each.
npm run cloud -- account set [--account ACCOUNT] [--rename NAME] [--language en|fi] [--invitation-days N]
        [--active yes|no] [--data DIR]
    Changes an account: the language of its mails, how many days its invitations are good for, and
    whether anybody may sign in to it. ACCOUNT is its id or name; needed only where there are several.`

const longestDays = 365

export function parseAccount(args: readonly string[]): Result<AccountCommand, 'usage'> {
  const [verb = '', ...rest] = args
  switch (verb) {
    case 'add':
      return parseAdd(rest)
    case 'list': {
      const parsed = readOptions(() => parseArgs({ args: rest, options: { data: text } }).values)
      const dataDir = parsed.ok ? folder(parsed.value.data) : parsed
      return dataDir.ok ? ok({ kind: 'account-list', dataDir: dataDir.value }) : dataDir
    }
    case 'set':
      return parseSet(rest)
    default:
      return wrong(`account wants add, list or set${verb ? `, not "${verb}"` : ''}.`)
  }
}

function parseAdd(args: readonly string[]): Result<AccountCommand, 'usage'> {
  const options = { name: text, email: text, person: text, data: text, 'password-stdin': flag }
  const parsed = readOptions(() => parseArgs({ args: [...args], options }).values)
  if (!parsed.ok) return parsed
  const name = needed('name', parsed.value.name, 'the name of the account')
  if (!name.ok) return name
  const email = needed('email', parsed.value.email, 'the address to sign in with')
  if (!email.ok) return email
  const dataDir = folder(parsed.value.data)
  if (!dataDir.ok) return dataDir
  return ok({
    kind: 'account-add',
    dataDir: dataDir.value,
    name: name.value,
    email: email.value,
    personName: parsed.value.person?.trim() ?? '',
    passwordStdin: parsed.value['password-stdin'] ?? false,
  })
}

function parseSet(args: readonly string[]): Result<AccountCommand, 'usage'> {
  const options = {
    account: text,
    rename: text,
    language: text,
    'invitation-days': text,
    active: text,
    data: text,
  }
  const parsed = readOptions(() => parseArgs({ args: [...args], options }).values)
  if (!parsed.ok) return parsed
  const { account, rename, 'invitation-days': days } = parsed.value
  const language = oneOf('language', parsed.value.language, languages)
  if (!language.ok) return language
  const active = yesNo('active', parsed.value.active)
  if (!active.ok) return active
  if (
    days !== undefined &&
    !(/^\d{1,3}$/.test(days) && Number(days) > 0 && Number(days) <= longestDays)
  ) {
    return wrong(`--invitation-days is "${days}"; give a number from 1 to ${longestDays}.`)
  }
  if (rename?.trim() === '') return wrong('--rename is empty; give the new name.')
  const dataDir = folder(parsed.value.data)
  if (!dataDir.ok) return dataDir
  const settings = {
    rename: rename?.trim(),
    language: language.value,
    invitationDays: days === undefined ? undefined : Number(days),
    active: active.value,
  }
  if (Object.values(settings).every((each) => each === undefined)) {
    return wrong('Nothing to set; give --rename, --language, --invitation-days or --active.')
  }
  return ok({
    kind: 'account-set',
    dataDir: dataDir.value,
    account: account?.trim() || null,
    ...settings,
  })
}
