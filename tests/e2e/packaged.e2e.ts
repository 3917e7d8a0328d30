import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { _electron as electron } from 'playwright'
import { presentCard } from '../support/virtual-card.mjs'
import { frontDesk } from './front-desk.ts'
import { expect, test } from './story.ts'

/** The packaged app: the hardened one that people get, and its twin that Playwright can attach to. */
const root = path.resolve(import.meta.dirname, '../..')
const flags = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
let hardened: string
let inspectable: string

test.beforeAll(() => {
  test.setTimeout(180_000)
  hardened = executableIn(packageApp())
  inspectable = executableIn(packageApp('--inspectable'))
})

test('the packaged app starts, says that it is for tests, and a tap fills Card ID', async ({
  pcscd,
  profile,
}) => {
  expect(pcscd).toBeDefined()
  const app = await electron.launch({
    executablePath: inspectable,
    args: [...flags, `--user-data-dir=${profile}`],
    cwd: profile,
    env: environment(),
  })
  expect(await app.evaluate(({ app: packaged }) => packaged.isPackaged)).toBe(true)
  const page = await app.firstWindow()
  const titleBar = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
  await expect.poll(titleBar).toContain('Tapdesk TEST')

  const front = frontDesk(page)
  await front.tryDemo()
  await expect(front.reader).toContainText('Ready')
  const card = await presentCard({ uid: '04C43BC21C2680' })
  await expect(front.cardId).toHaveValue('04C43BC21C2680')
  await card.remove()
  await app.close()
})

test('the hardened app shows its window and ends when asked', async ({ profile }) => {
  const picture = path.join(profile, 'window.png')
  const app = spawn(hardened, [...flags, `--user-data-dir=${profile}`], {
    cwd: profile,
    env: { ...environment(), TAPDESK_PICTURE: picture },
    stdio: 'ignore',
  })
  const ended = once(app, 'exit')
  await expect.poll(() => existsSync(picture), { timeout: 20_000 }).toBe(true)
  app.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

test('the hardened app runs its own code only', async () => {
  const fuses = await getCurrentFuseWire(hardened)
  const state = (name: FuseV1Options) => fuses[name] === FuseState.ENABLE
  expect({
    runAsNode: state(FuseV1Options.RunAsNode),
    nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
    filePrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
    asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    asarOnly: state(FuseV1Options.OnlyLoadAppFromAsar),
  }).toEqual({
    runAsNode: false,
    nodeOptions: false,
    inspect: false,
    filePrivileges: false,
    cookieEncryption: true,
    asarIntegrity: true,
    asarOnly: true,
  })
})

/** The printed folder of the package. */
function packageApp(...wishes: string[]): string {
  const script = path.join(root, 'scripts/package.mjs')
  const output = execFileSync(process.execPath, [script, ...wishes], { cwd: root })
  return output.toString().trim()
}

function executableIn(folder: string): string {
  return path.join(folder, `${process.platform}-unpacked`, 'tapdesk')
}

/** What a person's session has: nothing that setup prepared for the unpackaged app. */
function environment(): Record<string, string> {
  const ours = /^(TAPDESK_|ELECTRON_|npm_|NODE_)/
  const entries = Object.entries(process.env).filter(([name]) => !ours.test(name))
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
