import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { appliedChange, createOf, jsonBody, request, signInDesk } from '../support/cloud-desk.ts'
import { withDatabase } from '../support/cloud-people.ts'
import { type CloudProcess, runCloudCommand, startCloudProcess } from '../support/cloud-process.ts'
import { temporaryFolder } from '../support/cloud.ts'

const demoDesk = (cloud: CloudProcess, demo = cloud.demo) =>
  signInDesk(cloud.url, demo ?? { email: '', password: '' })
const portOf = ({ url }: CloudProcess) => Number(new URL(url).port)

describe('the cloud as a process', { timeout: 60_000 }, () => {
  it('applies once what was committed when it was killed before the answer', async () => {
    const dataDir = temporaryFolder('cloud')
    const prepared = await startCloudProcess({ dataDir })
    await prepared.end()
    const entry = new URL('../support/cloud-dies-after-commit.ts', import.meta.url)
    const dying = await startCloudProcess({ dataDir, demo: false }, entry)
    const desk = await demoDesk(dying, prepared.demo)
    const items = [
      createOf({ firstName: 'Once', cardId: 'DD000001' }),
      createOf({ firstName: 'Too' }),
    ]
    const { cursor } = await desk.digest()
    const lost = request(dying.url, `${desk.account}/sync/batch`, jsonBody({ items }, desk.token))
    await expect(lost).rejects.toThrow('fetch failed')
    await dying.end('SIGKILL')

    const again = await startCloudProcess({ dataDir, port: portOf(dying) })
    const results = await desk.send(...items)
    expect(results).toMatchObject(
      items.map(({ opId }) => ({ opId, outcome: 'applied', replayed: true })),
    )
    const { changes } = await desk.changes(cursor)
    expect(changes).toEqual(results.map(appliedChange))
    await again.end()
  })

  it('keeps its id, its demo password and its desks across a restart, and ends with 0', async () => {
    const dataDir = temporaryFolder('cloud')
    const first = await startCloudProcess({ dataDir })
    const desk = await demoDesk(first)
    const { next } = await desk.changes()
    expect(await first.end('SIGTERM')).toBe(0)
    const second = await startCloudProcess({ dataDir, port: portOf(first) })
    expect(second).toMatchObject({ cloudId: first.cloudId, demo: first.demo })
    expect((await desk.changes(next)).changes).toEqual([])
    expect(await second.end('SIGINT')).toBe(0)
  })

  it('says in one sentence why it does not start, and changes nothing', async () => {
    const dataDir = temporaryFolder('cloud')
    const running = await startCloudProcess({ dataDir })
    const port = String(portOf(running))
    const taken = await runCloudCommand(['--port', port, '--data', temporaryFolder('cloud')])
    expect(taken.code).toBe(1)
    expect(taken.stderr).toBe(
      `Port ${port} is taken by another program. Nothing was changed. Choose another one with --port, or 0 for any free port.\n`,
    )
    await running.end()

    await withDatabase(dataDir, (db) =>
      sql`update kysely_migration set name = '9999-from-the-future' where name like '0002%'`.execute(
        db,
      ),
    )
    const newer = await runCloudCommand(['--port', '0', '--data', dataDir])
    expect(newer).toMatchObject({ code: 1, stderr: expect.stringContaining('newer version') })

    const damagedDir = temporaryFolder('cloud')
    writeFileSync(path.join(damagedDir, 'cloud.sqlite'), randomBytes(8192))
    const damaged = await runCloudCommand(['--port', '0', '--data', damagedDir])
    expect(damaged).toMatchObject({ code: 1, stderr: expect.stringContaining('is damaged') })

    const file = path.join(damagedDir, 'cloud.sqlite')
    const noFolder = await runCloudCommand(['--port', '0', '--data', path.join(file, 'below')])
    expect(noFolder).toMatchObject({ code: 1, stderr: expect.stringContaining('be written') })
    for (const { stdout, stderr } of [taken, newer, damaged, noFolder]) {
      expect(stdout).toBe('')
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
  })

  it('lets an operator add an account and refuses what it does not understand', async () => {
    const dataDir = temporaryFolder('cloud')
    const who = ['--email', 'desk@example.com', '--name', 'Harbour', '--data', dataDir]
    const added = await runCloudCommand(
      ['account', 'add', ...who, '--password-stdin'],
      'long enough\n',
    )
    expect(added).toMatchObject({ code: 0, stderr: '' })
    const running = await startCloudProcess({ dataDir, demo: false })
    const person = { email: 'desk@example.com', password: 'long enough' }
    const { signedIn } = await signInDesk(running.url, person)
    expect(signedIn.accounts).toMatchObject([{ name: 'Harbour', role: 'account-admin' }])
    expect(running.demo).toBeUndefined()
    await running.end()

    const demo = await runCloudCommand(['--port', '0', '--data', dataDir, '--demo'])
    expect(demo).toMatchObject({ code: 1, stderr: expect.stringContaining('no demo') })
    for (const [args, named] of [
      [['--port', '99999'], '--port'],
      [['--prot', '1'], '--prot'],
      [['account', 'add', '--name', 'x'], '--email'],
      [['account', 'drop'], 'not "drop"'],
      [['drop'], 'no command "drop"'],
      [['--public-url', 'desk.example.com'], '--public-url'],
    ] as const) {
      const wrong = await runCloudCommand([...args])
      expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining(named) })
    }
  })
})
