import { homedir } from 'node:os'
import path from 'node:path'
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
