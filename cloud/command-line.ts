import { parseArgs } from 'node:util'
import { type Result, ok } from '../contracts/result.ts'
import { type AccountCommand, accountUsage, parseAccount } from './command-line/account-command.ts'
import { type AuditCommand, auditUsage, parseAudit } from './command-line/audit-command.ts'
import {
  type BackupCommand,
  backupUsage,
  parseBackup,
  parseRestore,
  restoreUsage,
} from './command-line/backup-command.ts'
import { type BounceCommand, bounceUsage, parseBounce } from './bounces/bounce-command.ts'
import {
  type DirectoryCommand,
  directoryUsage,
  parseDirectory,
} from './command-line/directory-command.ts'
import { type MemberCommand, memberUsage, parseMember } from './command-line/member-command.ts'
import type { Address } from './listen.ts'
import { type OpenIdOptions, openIdUsage, readOpenId } from './openid/openid-options.ts'
import { type PersonCommand, parsePerson, personUsage } from './command-line/person-command.ts'
import {
  address,
  flag,
  folder,
  networks,
  readOptions,
  text,
  wrong,
} from './command-line/options.ts'

export type Command =
  | {
      readonly kind: 'serve'
      readonly port: number
      readonly host: string
      readonly dataDir: string
      readonly demo: boolean
      readonly publicUrl: string | undefined
      readonly metrics: Address | undefined
      readonly behindProxy: readonly string[] | undefined
      readonly openId: OpenIdOptions | undefined
      readonly bounces: Address | undefined
    }
  | AccountCommand
  | MemberCommand
  | DirectoryCommand
  | BackupCommand
  | AuditCommand
  | PersonCommand
  | BounceCommand
  | { readonly kind: 'help'; readonly usage: string }

const serveUsage = `npm run cloud -- [--port N] [--host ADDRESS] [--data DIR] [--demo] [--public-url URL]
                   [--metrics [ADDRESS:]PORT] [--behind-proxy ADDRESS,…]
                   [--bounces [ADDRESS:]PORT]
                   [--openid-issuer URL --openid-client ID --openid-name NAME [--openid-port N]]
    Runs the cloud. Without --port it listens on 8787, without --host on this computer only,
    without --data it keeps its database in ~/.tapdesk-cloud. --public-url is where people reach it;
    links in mails begin with it. Mails go out by SMTP_URL (smtp://user:password@host:587) with the
    sender MAIL_FROM; without SMTP_URL they become files in the folder mail beside the database.
    BOUNCE_ADDRESS (bounces@example.com) is where mail servers send their reports about mails; each mail has
    one of its own, bounces+…@example.com. They reach the cloud by SMTP at --bounces, or by the command
    bounce. With --metrics it tells Prometheus how it fares, at /metrics on an address of its own.
    --behind-proxy names the proxies whose X-Forwarded-For is believed when attempts are counted.
${openIdUsage}
    With DATABASE_URL (postgres://user:password@host:5432/name) the database is PostgreSQL, which any
    number of clouds may share; it holds for the commands below, too.`

const families = {
  account: { usage: accountUsage, parse: parseAccount },
  member: { usage: memberUsage, parse: parseMember },
  directory: { usage: directoryUsage, parse: parseDirectory },
  backup: { usage: backupUsage, parse: parseBackup },
  restore: { usage: restoreUsage, parse: parseRestore },
  audit: { usage: auditUsage, parse: parseAudit },
  person: { usage: personUsage, parse: parsePerson },
  bounce: { usage: bounceUsage, parse: parseBounce },
} as const

/** What the operator asked for; the failure's detail is one sentence that names the argument. */
export function parseCommandLine(args: readonly string[]): Result<Command, 'usage'> {
  const [first = '', ...rest] = args
  const family = isFamily(first) ? families[first] : null
  const asked = args.some((arg) => arg === '--help' || arg === '-h')
  if (asked || first === 'help') return ok({ kind: 'help', usage: family?.usage ?? usage })
  if (family !== null) return family.parse(rest)
  if (first !== '' && !first.startsWith('-')) {
    return wrong(`There is no command "${first}"; there are ${Object.keys(families).join(', ')}.`)
  }
  return parseServe(args)
}

const usage = [serveUsage, ...Object.values(families).map((family) => family.usage)].join('\n')

function parseServe(args: readonly string[]): Result<Command, 'usage'> {
  const options = {
    port: text,
    host: text,
    data: text,
    demo: flag,
    'public-url': text,
    metrics: text,
    'behind-proxy': text,
    'openid-issuer': text,
    'openid-client': text,
    'openid-name': text,
    'openid-port': text,
    bounces: text,
  } as const
  const parsed = readOptions(() => parseArgs({ args: [...args], options }).values)
  if (!parsed.ok) return parsed
  const { port = '8787', host = '127.0.0.1', demo = false } = parsed.value
  const publicUrl = parsed.value['public-url']
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return wrong(`--port is "${port}"; give a number from 0 (any free port) to 65535.`)
  }
  if (host === '') return wrong('--host is empty; give an address such as 0.0.0.0.')
  const dataDir = folder(parsed.value.data)
  if (!dataDir.ok) return dataDir
  if (publicUrl !== undefined && !isWebAddress(publicUrl)) {
    return wrong(
      `--public-url is "${publicUrl}"; give an address such as https://desk.example.com.`,
    )
  }
  const metrics = address('metrics', parsed.value.metrics)
  if (!metrics.ok) return metrics
  const proxies = networks('behind-proxy', parsed.value['behind-proxy'])
  if (!proxies.ok) return proxies
  const openId = readOpenId(parsed.value)
  if (!openId.ok) return openId
  const bounces = address('bounces', parsed.value.bounces)
  if (!bounces.ok) return bounces
  const where = { port: Number(port), host, dataDir: dataDir.value }
  return ok({
    kind: 'serve',
    ...where,
    demo,
    publicUrl,
    metrics: metrics.value,
    behindProxy: proxies.value,
    openId: openId.value,
    bounces: bounces.value,
  })
}

function isWebAddress(given: string): boolean {
  if (!URL.canParse(given)) return false
  const { protocol, search, hash } = new URL(given)
  return /^https?:$/.test(protocol) && search === '' && hash === ''
}

function isFamily(word: string): word is keyof typeof families {
  return Object.hasOwn(families, word)
}
