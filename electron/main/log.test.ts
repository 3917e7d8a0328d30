import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import axios from 'axios'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { createLog } from './log.ts'

const run = promisify(execFile)
const canaries = [
  'Canary Miller',
  'canary@site.example',
  '04CA4A27C4A4A2',
  'canary-token',
  'canary-password',
]

/** What a request that fails carries with it. */
async function failedRequest(): Promise<unknown> {
  const headers = { authorization: 'Bearer canary-token' }
  const body = {
    email: 'canary@site.example',
    password: 'canary-password',
    cardId: '04CA4A27C4A4A2',
  }
  return axios
    .post('http://127.0.0.1:9/canary-token', body, { headers, proxy: false })
    .catch((error: unknown) => error)
}

function refusedByDatabase(): unknown {
  try {
    return new Database(':memory:').exec("select 'Canary Miller' from canary-token")
  } catch (error) {
    return error
  }
}

/** What Node prints of an error that nobody caught. */
async function printedByChild(): Promise<string> {
  const code =
    "throw Object.assign(new Error('Canary Miller'), { card: '04CA4A27C4A4A2', token: 'canary-token' })"
  return run(process.execPath, ['-e', code]).then(
    () => '',
    (error: { stderr?: string }) => error.stderr ?? '',
  )
}

it('keeps nothing of a person, a card, a password or a token, whatever went wrong', async () => {
  const file = path.join(temporaryFolder(), 'tapdesk.log')
  const log = createLog(file)
  const parsed = z.object({ email: z.literal('x') }).safeParse({ email: 'canary@site.example' })
  log('people.send failed', await failedRequest())
  log('cards.find failed', refusedByDatabase())
  log('cards.read failed', new Error('Canary Miller', { cause: 'canary-token' }))
  log('session.get failed', parsed.error)
  log('sync', { kind: 'item-troubled', failures: 9, person: 'Canary Miller' })
  log('stopping failed', 'canary-token')
  log('data:', await printedByChild())
  log('the data process ended', { code: 7, failures: 2 })
  const written = () => (existsSync(file) ? readFileSync(file, 'utf8') : '')
  await expect.poll(written, { timeout: 15_000 }).toContain('the data process ended')
  const text = written()
  for (const said of [
    'people.send failed',
    'AxiosError',
    'SqliteError',
    'item-troubled',
    '"code":7',
  ]) {
    expect(text).toContain(said)
  }
  for (const canary of canaries) expect(text).not.toContain(canary)
})
