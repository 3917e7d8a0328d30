import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { type Wish, readArguments, usage } from './arguments.ts'
import { reach } from './reach.ts'

async function main() {
  const wish = readArguments(process.argv.slice(2))
  if (!wish.ok) return refuse(`${String(wish.detail?.['sentence'])}\n${usage}`)
  if (wish.value === 'help') {
    console.log(usage)
    return
  }
  const env = await given(wish.value)
  if (env === null) return
  const { calls, seed, postgres } = wish.value
  const limits = calls === null ? {} : { CONTRACT_CALLS: String(calls) }
  const begun = seed === null ? {} : { CONTRACT_SEED: String(seed) }
  process.exitCode = await runVitest(calls !== null, postgres, { ...env, ...limits, ...begun })
}

/** What the tests are told of the cloud; null once it was said why there is none. */
async function given({ cloud }: Wish): Promise<NodeJS.ProcessEnv | null> {
  if (cloud === null) return {}
  const { url, email } = cloud
  const typed = cloud.passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : null
  const password = typed ?? process.env['CONTRACT_PASSWORD'] ?? ''
  if (password === '') {
    refuse('There is no password: give it in CONTRACT_PASSWORD, or with --password-stdin.')
    return null
  }
  const reached = await reach({ url, email, password })
  if (!reached.ok) {
    refuse(String(reached.detail?.['sentence']))
    return null
  }
  console.log(
    `The account of ${email} at ${url} gets people who are deleted again; logins of addresses at site.example and deleted records stay.`,
  )
  return { CONTRACT_URL: url, CONTRACT_EMAIL: email, CONTRACT_PASSWORD: password }
}

/** One file after the other where they share an account. */
async function runVitest(fuzz: boolean, postgres: boolean, env: NodeJS.ProcessEnv) {
  const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))
  const files = fuzz ? 'tests/contract/fuzz.test.ts' : 'tests/contract/'
  const shared = 'CONTRACT_URL' in env ? ['--no-file-parallelism'] : []
  const project = postgres ? 'postgres' : 'unit'
  const args = [vitest, 'run', '--project', project, ...shared, files]
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  const child = spawn(process.execPath, args, {
    stdio: 'inherit',
    cwd,
    env: { ...process.env, ...env },
  })
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
}

function refuse(sentence: string) {
  console.error(sentence)
  process.exitCode = 1
}

await main()
