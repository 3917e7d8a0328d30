import { parseArgs } from 'node:util'
import type { WeeklyHours } from '../../core/directory.ts'
import { type Result, ok } from '../../contracts/result.ts'
import { folder, flag, needed, readOptions, text, wrong, yesNo } from './options.ts'
import { readWeekly } from './weekly.ts'

export const directoryKinds = ['group', 'resource', 'resource-group', 'schedule', 'region'] as const
export type DirectoryKind = (typeof directoryKinds)[number]

/** What an entry says besides its name; absent stays as it is. */
export type EntryDetails = {
  readonly location?: string | undefined
  readonly description?: string | undefined
  readonly schedules?: boolean | undefined
  readonly weekly?: readonly WeeklyHours[] | undefined
}

/** `account` is an id or a name; null: the only one there is. */
export type DirectoryCommand = {
  readonly kind: 'directory'
  readonly dataDir: string
  readonly account: string | null
  readonly wish:
    | { readonly verb: 'list' }
    | ({ readonly verb: 'add' } & Entry)
    | ({ readonly verb: 'set'; readonly rename: string | undefined } & Entry)
    | ({ readonly verb: 'remove'; readonly of: DirectoryKind; readonly name: string } & Everyone)
}

type Entry = { readonly of: DirectoryKind; readonly name: string; readonly details: EntryDetails }
/** Whether it is taken from people who have it; otherwise only what nobody has is removed. */
type Everyone = { readonly fromEveryone: boolean }

export const directoryUsage = `npm run cloud -- directory list [--account ACCOUNT] [--data DIR]
npm run cloud -- directory add KIND --name NAME [details] [--account ACCOUNT] [--data DIR]
npm run cloud -- directory set KIND --name NAME [--rename NAME] [details] [--account ACCOUNT] [--data DIR]
npm run cloud -- directory remove KIND --name NAME [--from-everyone] [--account ACCOUNT] [--data DIR]
    What access is given to and by. KIND is group, resource, resource-group, schedule or region. Details:
    of a resource --location TEXT; of a resource-group --description TEXT and --schedules yes|no (whether
    rights to it may follow a schedule); of a schedule --weekly "1-5 08:00-17:00, 6 09:00-12:00", days from
    1, Monday. What people have is removed only with --from-everyone, which takes it from them: rights that
    follow a removed schedule go with it. Desks learn of a change by themselves.`

export function parseDirectory(args: readonly string[]): Result<DirectoryCommand, 'usage'> {
  const [verb = '', ...rest] = args
  switch (verb) {
    case 'list': {
      const parsed = readOptions(() =>
        parseArgs({ args: rest, options: { account: text, data: text } }),
      )
      return parsed.ok ? command(parsed.value.values, { verb }) : parsed
    }
    case 'add':
    case 'set':
      return parseChange(verb, rest)
    case 'remove':
      return parseRemove(rest)
    default:
      return wrong(`directory wants list, add, set or remove${verb ? `, not "${verb}"` : ''}.`)
  }
}

function parseChange(verb: 'add' | 'set', args: readonly string[]) {
  const of = readKind(args[0])
  if (!of.ok) return of
  const options = {
    name: text,
    rename: text,
    location: text,
    description: text,
    schedules: text,
    weekly: text,
    account: text,
    data: text,
  } as const
  const parsed = readOptions(() => parseArgs({ args: args.slice(1), options }).values)
  if (!parsed.ok) return parsed
  const name = needed('name', parsed.value.name, `the name of the ${of.value}`)
  if (!name.ok) return name
  const details = readDetails(of.value, parsed.value)
  if (!details.ok) return details
  const { rename } = parsed.value
  if (rename?.trim() === '') return wrong('--rename is empty; give the new name.')
  const entry = { of: of.value, name: name.value, details: details.value }
  if (verb === 'set') {
    const nothing = Object.values(details.value).every((each) => each === undefined)
    if (nothing && rename === undefined) return wrong('Nothing to set; give --rename or a detail.')
    return command(parsed.value, { verb, rename: rename?.trim(), ...entry })
  }
  if (rename !== undefined) return wrong('--rename is for "directory set".')
  if (of.value === 'schedule' && details.value.weekly === undefined) {
    return wrong('--weekly is missing; give days and hours such as "1-5 08:00-17:00".')
  }
  return command(parsed.value, { verb, ...entry })
}

function parseRemove(args: readonly string[]) {
  const of = readKind(args[0])
  if (!of.ok) return of
  const options = { name: text, 'from-everyone': flag, account: text, data: text } as const
  const parsed = readOptions(() => parseArgs({ args: args.slice(1), options }).values)
  if (!parsed.ok) return parsed
  const name = needed('name', parsed.value.name, `the name of the ${of.value}`)
  if (!name.ok) return name
  const fromEveryone = parsed.value['from-everyone'] ?? false
  return command(parsed.value, { verb: 'remove', of: of.value, name: name.value, fromEveryone })
}

function readKind(given = ''): Result<DirectoryKind, 'usage'> {
  const kind = directoryKinds.find((each) => each === given)
  const which = given === '' || given.startsWith('-') ? 'is missing' : `"${given}" is unknown`
  return kind === undefined
    ? wrong(`The kind ${which}; give ${directoryKinds.join(' or ')}.`)
    : ok(kind)
}

const detailsOf: Readonly<Record<DirectoryKind, readonly (keyof EntryDetails)[]>> = {
  group: [],
  resource: ['location'],
  'resource-group': ['description', 'schedules'],
  schedule: ['weekly'],
  region: [],
}

function readDetails(
  of: DirectoryKind,
  given: { readonly [Name in keyof EntryDetails]?: string | undefined },
): Result<EntryDetails, 'usage'> {
  for (const name of ['location', 'description', 'schedules', 'weekly'] as const) {
    if (given[name] !== undefined && !detailsOf[of].includes(name)) {
      return wrong(`--${name} is no detail of a ${of}; leave it out.`)
    }
  }
  const schedules = yesNo('schedules', given.schedules)
  if (!schedules.ok) return schedules
  const weekly = given.weekly === undefined ? ok(undefined) : readWeekly(given.weekly)
  if (!weekly.ok) return weekly
  return ok({
    location: given.location?.trim(),
    description: given.description?.trim(),
    schedules: schedules.value,
    weekly: weekly.value,
  })
}

function command(
  { account, data }: { readonly account?: string | undefined; readonly data?: string | undefined },
  wish: DirectoryCommand['wish'],
): Result<DirectoryCommand, 'usage'> {
  const dataDir = folder(data)
  if (!dataDir.ok) return dataDir
  return ok({ kind: 'directory', dataDir: dataDir.value, account: account?.trim() || null, wish })
}
