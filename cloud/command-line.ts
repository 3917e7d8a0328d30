import { parseArgs } from 'node:util'
import { homedir } from 'node:os'
import path from 'node:path'
import { type Result, fail, ok } from '../contracts/result.ts'

export type Command =
  | {
      readonly kind: 'serve'
      readonly port: number
      readonly host: string
      readonly dataDir: string
      readonly demo: boolean
      readonly publicUrl: string | undefined
    }
  | {
      readonly kind: 'account-add'
      readonly dataDir: string
      readonly name: string
      readonly email: string
      readonly personName: string
      readonly passwordStdin: boolean
    }
  | { readonly kind: 'help' }

export const usage = `npm run cloud -- [--port N] [--host ADDRESS] [--data DIR] [--demo] [--public-url URL]
    Runs the cloud. Without --port it listens on 8787, without --host on this computer only,
    without --data it keeps its database in ~/.tapdesk-cloud. --public-url is where people reach it;
    links in mails begin with it. Mails go out by SMTP_URL (smtp://user:password@host:587) with the
    sender MAIL_FROM; without SMTP_URL they become files in the folder mail beside the database.
npm run cloud -- account add --name NAME --email EMAIL [--person NAME] [--data DIR] [--password-stdin]
    Adds an account and its Account Admin. The password is made and printed once,
    or read from standard input. A person who exists keeps their password.`

/** What the operator asked for; the failure's detail is one sentence that names the argument. */
export function parseCommandLine(args: readonly string[]): Result<Command, 'usage'> {
  const [first, second, ...rest] = args
  const asked = args.some((arg) => arg === '--help' || arg === '-h')
  if (asked || first === 'help') return ok({ kind: 'help' })
  if (first === 'account' && second === 'add') return parseAccountAdd(rest)
  if (first !== undefined && !first.startsWith('-')) {
    return wrong(
      `There is no command "${[first, second].join(' ').trim()}"; there is "account add".`,
    )
  }
  return parseServe(args)
}

function parseServe(args: readonly string[]): Result<Command, 'usage'> {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const options = { port: text, host: text, data: text, demo: flag, 'public-url': text } as const
  const parsed = attempt(() => parseArgs({ args: [...args], options }).values)
  if (!parsed.ok) return parsed
  const { port = '8787', host = '127.0.0.1', data, demo = false } = parsed.value
  const publicUrl = parsed.value['public-url']
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return wrong(`--port is "${port}"; give a number from 0 (any free port) to 65535.`)
  }
  if (host === '') return wrong('--host is empty; give an address such as 0.0.0.0.')
  if (data === '') return wrong('--data is empty; give a folder.')
  if (publicUrl !== undefined && !isWebAddress(publicUrl)) {
    return wrong(
      `--public-url is "${publicUrl}"; give an address such as https://desk.example.com.`,
    )
  }
  return ok({ kind: 'serve', port: Number(port), host, dataDir: folder(data), demo, publicUrl })
}

function parseAccountAdd(args: readonly string[]): Result<Command, 'usage'> {
  const text = { type: 'string' } as const
  const options = {
    name: text,
    email: text,
    person: text,
    data: text,
    'password-stdin': { type: 'boolean' },
  } as const
  const parsed = attempt(() => parseArgs({ args: [...args], options }).values)
  if (!parsed.ok) return parsed
  const { name = '', email = '', person = '', data } = parsed.value
  if (name.trim() === '') return wrong('--name is missing; give the name of the account.')
  if (email.trim() === '') return wrong('--email is missing; give the address to sign in with.')
  if (data === '') return wrong('--data is empty; give a folder.')
  return ok({
    kind: 'account-add',
    dataDir: folder(data),
    name: name.trim(),
    email: email.trim(),
    personName: person.trim(),
    passwordStdin: parsed.value['password-stdin'] ?? false,
  })
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && search === '' && hash === ''
}

function folder(given: string | undefined): string {
  return given === undefined ? path.join(homedir(), '.tapdesk-cloud') : path.resolve(given)
}

function attempt<T>(parse: () => T): Result<T, 'usage'> {
  try {
    return ok(parse())
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return wrong(text.split('. ')[0] + '. Try --help.')
  }
}

function wrong(sentence: string) {
  return fail('usage', { detail: { sentence } })
}
