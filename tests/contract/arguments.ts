import { parseArgs } from 'node:util'
import { type Result, fail, ok } from '../../contracts/result.ts'

export type Wish = {
  /** null: our own cloud, started for this. */
  readonly cloud: {
    readonly url: string
    readonly email: string
    readonly passwordStdin: boolean
  } | null
  /** Calls of a fuzzing campaign; null: the suite. */
  readonly calls: number | null
  readonly seed: number | null
  readonly postgres: boolean
}

export const usage = `npm run contract -- [--url URL --email EMAIL [--password-stdin]] [--fuzz [--calls N] [--seed S]]

Holds a cloud against docs/cloud-api.md, speaking nothing but HTTP.
  --url URL          the cloud, such as https://cloud.example.com; without it our own is started
  --email EMAIL      an Account Admin, of an account that is there for this: what is in it may change
  --password-stdin   the password comes on standard input; without it from CONTRACT_PASSWORD
  --fuzz             calls every endpoint with what a client should not send, in place of the suite
  --calls N          so many calls (100000)
  --seed S           the same calls again
  --postgres         our own cloud runs on PostgreSQL`

/** `detail.sentence` of the failure says which argument is at fault and what to give. */
export function readArguments(args: readonly string[]): Result<Wish | 'help', 'usage'> {
  const read = parsed(args)
  if (!read.ok) return read
  const { values } = read.value
  if (values.help === true) return ok('help')
  const { url, email } = values
  if (url === undefined && email !== undefined) return bad('--email is for a cloud: give its --url')
  if (url !== undefined && !/^https?:\/\/[^/]/.test(url)) {
    return bad(`--url is "${url}"; give an address such as https://cloud.example.com`)
  }
  if (url !== undefined && email === undefined) {
    return bad('--email is missing: the suite signs in as an Account Admin')
  }
  if (url !== undefined && values.postgres === true) return bad('--postgres is for our own cloud')
  const calls = whole(values.calls)
  const seed = whole(values.seed)
  if (calls === undefined) return bad(`--calls is "${values.calls}"; give a whole number above 0`)
  if (seed === undefined) return bad(`--seed is "${values.seed}"; give a whole number`)
  if (values.fuzz !== true && (calls ?? seed) !== null) return bad('--calls and --seed need --fuzz')
  const { 'password-stdin': passwordStdin = false, postgres = false } = values
  const cloud =
    url === undefined ? null : { url: url.replace(/\/+$/, ''), email: email ?? '', passwordStdin }
  return ok({ cloud, calls: values.fuzz === true ? (calls ?? 100_000) : null, seed, postgres })
}

function parsed(args: readonly string[]) {
  try {
    return ok(
      parseArgs({
        args: [...args],
        options: {
          url: { type: 'string' },
          email: { type: 'string' },
          'password-stdin': { type: 'boolean' },
          fuzz: { type: 'boolean' },
          calls: { type: 'string' },
          seed: { type: 'string' },
          postgres: { type: 'boolean' },
          help: { type: 'boolean', short: 'h' },
        },
      }),
    )
  } catch (error) {
    return bad(error instanceof Error ? error.message : String(error))
  }
}

/** null: not given; undefined: no whole number above 0. */
function whole(text: string | undefined): number | null | undefined {
  if (text === undefined) return null
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}

const bad = (sentence: string) => fail('usage', { detail: { sentence: `${sentence}.` } })
