import { parseArgs } from 'node:util'
import { type Result, ok } from '../../contracts/result.ts'
import { flag, folder, needed, oneOf, readOptions, text, wrong } from './options.ts'

/** Roles with a desk; those of role User come by invitation. */
const deskRoles = ['account-admin', 'regional-admin', 'installer'] as const
export type DeskRole = (typeof deskRoles)[number]

/** `account` is an id or a name; null: the only one there is. */
export type MemberCommand = {
  readonly kind: 'member'
  readonly dataDir: string
  readonly account: string | null
  readonly wish: { readonly verb: 'list' } | MemberWish
}

export type MemberWish = { readonly email: string } & (
  | {
      readonly verb: 'add'
      readonly role: DeskRole
      readonly region: string | null
      readonly personName: string
      readonly passwordStdin: boolean
    }
  /** Absent: as it is; `region` null: limited to none. */
  | {
      readonly verb: 'set'
      readonly role: DeskRole | undefined
      readonly region: string | null | undefined
    }
  | { readonly verb: 'remove' }
  /** A new password; whoever knew the old one is signed out everywhere. */
  | { readonly verb: 'password'; readonly passwordStdin: boolean }
  /** Ends the sign-in of all desks of the person. */
  | { readonly verb: 'sign-out' }
  /** For somebody who has lost theirs: the password alone signs in again. */
  | { readonly verb: 'second-factor-off' }
  /** What a provider of sign-ins calls them. */
  | { readonly verb: 'link'; readonly issuer: string; readonly subject: string }
  | { readonly verb: 'unlink' }
)

export const memberUsage = `npm run cloud -- member list [--account ACCOUNT] [--data DIR]
npm run cloud -- member add --email EMAIL --role ROLE [--region NAME] [--person NAME] [--password-stdin]
        [--account ACCOUNT] [--data DIR]
npm run cloud -- member set --email EMAIL [--role ROLE] [--region NAME|none] [--account ACCOUNT] [--data DIR]
npm run cloud -- member remove --email EMAIL [--account ACCOUNT] [--data DIR]
npm run cloud -- member password --email EMAIL [--password-stdin] [--account ACCOUNT] [--data DIR]
npm run cloud -- member sign-out --email EMAIL [--account ACCOUNT] [--data DIR]
npm run cloud -- member second-factor-off --email EMAIL [--account ACCOUNT] [--data DIR]
npm run cloud -- member link --email EMAIL --issuer URL --subject ID [--account ACCOUNT] [--data DIR]
npm run cloud -- member unlink --email EMAIL [--account ACCOUNT] [--data DIR]
    Who signs in to an account at a desk. ROLE is account-admin, regional-admin or installer. A Regional
    Admin needs a region, and sees its people only; whom an Installer with a region enrols is of that region.
    The password of a new person is made and printed once, or read from standard input; who has a login
    already keeps it.
    A new password and sign-out end the person's sign-in at every desk; what waits there unsent is kept.
    second-factor-off is for who has lost their phone and their recovery codes: make sure that it is them.
    link says who somebody is for the provider of --openid-issuer where it does not verify their email;
    unlink undoes that, or what their first sign-in with it did, and signs them out.`

export function parseMember(args: readonly string[]): Result<MemberCommand, 'usage'> {
  const [verb = '', ...rest] = args
  const options = {
    email: text,
    role: text,
    region: text,
    person: text,
    'password-stdin': flag,
    issuer: text,
    subject: text,
    account: text,
    data: text,
  } as const
  const names = optionsOf[verb]
  if (names === undefined) {
    return wrong(
      `member wants list, add, set, remove, password, sign-out, second-factor-off, link or unlink${verb ? `, not "${verb}"` : ''}.`,
    )
  }
  const parsed = readOptions(() => parseArgs({ args: rest, options }).values)
  if (!parsed.ok) return parsed
  const values = parsed.value
  const extra = Object.keys(values).find((name) => !names.includes(name))
  if (extra !== undefined) return wrong(`--${extra} is not for "member ${verb}"; leave it out.`)
  const dataDir = folder(values.data)
  if (!dataDir.ok) return dataDir
  const wish = verb === 'list' ? ok({ verb: 'list' } as const) : readWish(verb, values)
  if (!wish.ok) return wish
  const account = values.account?.trim() || null
  return ok({ kind: 'member', dataDir: dataDir.value, account, wish: wish.value })
}

const everywhere = ['account', 'data']
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  list: everywhere,
  add: [...everywhere, 'email', 'role', 'region', 'person', 'password-stdin'],
  set: [...everywhere, 'email', 'role', 'region'],
  remove: [...everywhere, 'email'],
  password: [...everywhere, 'email', 'password-stdin'],
  'sign-out': [...everywhere, 'email'],
  'second-factor-off': [...everywhere, 'email'],
  link: [...everywhere, 'email', 'issuer', 'subject'],
  unlink: [...everywhere, 'email'],
}

const aboutNothingElse = ['remove', 'sign-out', 'second-factor-off', 'unlink'] as const

function isAboutNothingElse(verb: string): verb is (typeof aboutNothingElse)[number] {
  return aboutNothingElse.some((each) => each === verb)
}

function readWish(
  verb: string,
  values: {
    readonly email?: string | undefined
    readonly role?: string | undefined
    readonly region?: string | undefined
    readonly person?: string | undefined
    readonly 'password-stdin'?: boolean | undefined
    readonly issuer?: string | undefined
    readonly subject?: string | undefined
  },
): Result<MemberWish, 'usage'> {
  const email = needed('email', values.email, 'the address to sign in with')
  if (!email.ok) return email
  const passwordStdin = values['password-stdin'] ?? false
  if (verb === 'link') {
    const issuer = needed('issuer', values.issuer, 'the address of the provider')
    if (!issuer.ok) return issuer
    const subject = needed('subject', values.subject, "the provider's id of the person")
    if (!subject.ok) return subject
    return ok({ verb, email: email.value, issuer: issuer.value, subject: subject.value })
  }
  if (isAboutNothingElse(verb)) {
    return ok({ verb, email: email.value })
  }
  if (verb === 'password') return ok({ verb, email: email.value, passwordStdin })
  const role = oneOf('role', values.role, deskRoles)
  if (!role.ok) return role
  const region = values.region?.trim()
  if (region === '') return wrong('--region is empty; give its name, or none.')
  const limit = region === 'none' ? null : region
  if (verb === 'set') {
    if (role.value === undefined && limit === undefined) {
      return wrong('Nothing to set; give --role or --region.')
    }
    return ok({ verb, email: email.value, role: role.value, region: limit })
  }
  if (role.value === undefined) return wrong(`--role is missing; give ${deskRoles.join(' or ')}.`)
  return ok({
    verb: 'add',
    email: email.value,
    role: role.value,
    region: limit ?? null,
    personName: values.person?.trim() ?? '',
    passwordStdin,
  })
}
