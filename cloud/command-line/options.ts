import { isIP } from 'node:net'
import { homedir } from 'node:os'
import path from 'node:path'
import type { Address } from '../listen.ts'
import { type Failure, type Result, fail, ok } from '../../contracts/result.ts'

export const text = { type: 'string' } as const
export const flag = { type: 'boolean' } as const

/** `parse` calls `parseArgs`, which throws at what it does not know. */
export function readOptions<T>(parse: () => T): Result<T, 'usage'> {
  try {
    return ok(parse())
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return wrong(said.split('. ')[0] + '. Try --help.')
  }
}

/** The failure's detail is one sentence that names the argument. */
export function wrong(sentence: string): Failure<'usage'> {
  return fail('usage', { detail: { sentence } })
}

/** Where the database is. */
export function folder(given: string | undefined): Result<string, 'usage'> {
  if (given === '') return wrong('--data is empty; give a folder.')
  return ok(given === undefined ? path.join(homedir(), '.tapdesk-cloud') : path.resolve(given))
}

/** `PORT` on this computer only, or `ADDRESS:PORT`; absent stays absent. */
export function address(
  option: string,
  given: string | undefined,
): Result<Address | undefined, 'usage'> {
  if (given === undefined) return ok<Address | undefined>(undefined)
  const [, host, port = ''] = /^(?:(.+):)?(\d{1,5})$/.exec(given) ?? []
  if (port === '' || Number(port) > 65_535) {
    return wrong(`--${option} is "${given}"; give a port such as 9464, or 10.0.0.5:9464.`)
  }
  const plain = host?.replace(/^\[(.+)\]$/, '$1') ?? '127.0.0.1'
  return ok<Address | undefined>({ host: plain, port: Number(port) })
}

/** Addresses and networks (`10.0.0.0/8`), parted by commas; absent stays absent. */
export function networks(
  option: string,
  given: string | undefined,
): Result<readonly string[] | undefined, 'usage'> {
  if (given === undefined) return ok<readonly string[] | undefined>(undefined)
  const all = given.split(',').map((each) => each.trim())
  const wrongOne = all.find((each) => !isNetwork(each))
  return wrongOne === undefined
    ? ok<readonly string[] | undefined>(all)
    : wrong(`--${option} has "${wrongOne}"; give addresses such as 127.0.0.1 or 10.0.0.0/8.`)
}

function isNetwork(given: string): boolean {
  const [ip = '', bits, ...more] = given.split('/')
  const version = isIP(ip)
  if (version === 0 || more.length > 0) return false
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  )
}

/** A text that must be there and say something. */
export function needed(
  option: string,
  given: string | undefined,
  what: string,
): Result<string, 'usage'> {
  const said = given?.trim() ?? ''
  return said === '' ? wrong(`--${option} is missing; give ${what}.`) : ok(said)
}

/** One of a few words; absent stays absent. */
export function oneOf<T extends string>(
  option: string,
  given: string | undefined,
  words: readonly [T, ...T[]],
): Result<T | undefined, 'usage'> {
  if (given === undefined) return ok<T | undefined>(undefined)
  const word = words.find((each) => each === given)
  return word === undefined
    ? wrong(`--${option} is "${given}"; give ${words.join(' or ')}.`)
    : ok<T | undefined>(word)
}

export function yesNo(option: string, given: string | undefined) {
  const word = oneOf(option, given, ['yes', 'no'])
  return word.ok ? ok(word.value === undefined ? undefined : word.value === 'yes') : word
}
