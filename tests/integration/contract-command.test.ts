import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInDesk } from '../support/cloud-desk.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.stop())

const entry = fileURLToPath(new URL('../contract/main.ts', import.meta.url))

/** `npm run contract -- …`, to its end. */
async function contract(args: readonly string[], password = 'wrong') {
  const env = { ...process.env, CONTRACT_PASSWORD: password }
  const child = spawn(process.execPath, [entry, ...args], { stdio: 'pipe', env })
  child.stdin.end()
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  if (child.exitCode === null) await once(child, 'exit')
  return { code: child.exitCode, stdout, stderr }
}

async function servedBy(body: string) {
  const server = createServer((_request, response) => response.end(body)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() }
}

describe('npm run contract', { timeout: 60_000 }, () => {
  it.each([
    [['--url', 'cloud.example.com', '--email', 'a@b.example'], '--url is "cloud.example.com"'],
    [['--url', 'https://cloud.example.com'], '--email is missing'],
    [['--email', 'a@b.example'], 'give its --url'],
    [['--fuzz', '--calls', 'many'], '--calls is "many"'],
    [['--calls', '5'], 'need --fuzz'],
    [['--hurry'], '--hurry'],
  ])('names the argument at fault in %j', async (args, sentence) => {
    const { code, stderr } = await contract(args)
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(sentence) })
  })

  it('says in one sentence why it does not begin', async () => {
    const email = cloud.demo?.email ?? ''
    const [page, other] = [await servedBy('<html>'), await servedBy('{"service":"other"}')]
    for (const [url, who, sentence] of [
      ['http://127.0.0.1:1', email, 'Nothing answers at http://127.0.0.1:1'],
      [page.url, email, 'is not JSON'],
      [other.url, email, 'is no Tapdesk cloud'],
      [cloud.url, email, `does not let ${email} in: the email or the password is wrong`],
    ] as const) {
      const { code, stderr } = await contract(['--url', url, '--email', who])
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(sentence) })
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
    page.stop()
    other.stop()
    const without = await contract(['--url', cloud.url, '--email', email], '')
    expect(without).toMatchObject({ code: 1, stderr: expect.stringContaining('no password') })
  })

  it('holds a cloud at an address against the contract, and leaves nobody behind', async () => {
    const { email = '', password = '' } = cloud.demo ?? {}
    const people = async () => (await signInDesk(cloud.url, { email, password })).digest()
    const { count } = await people()
    const at = ['--url', cloud.url, '--email', email]
    const { code, stdout } = await contract(
      [...at, '--fuzz', '--calls', '80', '--seed', '1'],
      password,
    )
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('"seed":1') })
    expect((await people()).count).toBe(count)
  })
})
