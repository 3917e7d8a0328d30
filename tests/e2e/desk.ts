import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ElectronApplication, type Page, _electron as electron } from 'playwright'
import { type Mounting, electronOn } from './mounted.ts'

const root = path.resolve(import.meta.dirname, '../..')

export type OpenDesk = {
  readonly app: ElectronApplication
  readonly page: Page
  /** Id of the main process. */
  readonly pid: number
  /** Ends every process of the app at once, as a power cut would. */
  kill: () => Promise<void>
  /** Closes the app as a person does; resolves with the milliseconds it took to be gone. */
  quit: () => Promise<number>
}

export type OpenOptions = {
  readonly profile: string
  readonly env?: Readonly<Record<string, string>>
  /** Shapes the disk that the app sees. */
  readonly mounting?: Mounting
  /** Of Chromium, as an administrator may give them. */
  readonly switches?: readonly string[]
}

/** Starts the built app on a profile folder and waits for its first window. */
export async function openDesk({
  profile,
  env = {},
  mounting,
  switches = [],
}: OpenOptions): Promise<OpenDesk> {
  const executable = electronPath()
  const app = await electron.launch({
    executablePath: mounting === undefined ? executable : electronOn(mounting, executable),
    args: [...startArguments(profile, mounting !== undefined), ...switches],
    cwd: root,
    env: { ...definedEnvironment(), ...env },
  })
  const main = app.process()
  const gone = new Promise<void>((resolve) => main.once('exit', () => resolve()))
  const page = await app.firstWindow()
  return {
    app,
    page,
    pid: main.pid ?? 0,
    kill: async () => {
      main.kill('SIGKILL')
      await gone
    },
    quit: async () => {
      const asked = performance.now()
      await app.close()
      await gone
      return performance.now() - asked
    },
  }
}

/** Id of the process of the app that has this name. */
export async function processId(app: ElectronApplication, name: string): Promise<number> {
  const all = await app.evaluate(({ app: electronApp }) => electronApp.getAppMetrics())
  const found = all.find((each) => each.name === name)
  if (found === undefined) throw new Error(`there is no process ${name}`)
  return found.pid
}

/** A folder of its own for stories that share one desk. */
export async function makeProfile(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tapdesk-e2e-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

export function electronPath(): string {
  return execFileSync(process.execPath, [path.join(root, 'scripts/electron-path.mjs')])
    .toString()
    .trim()
}

/** Chromium refuses its sandbox to root; the software renderer needs no GPU of the test machine. */
export function startArguments(profile: string, asRoot = false): string[] {
  const noSandbox = asRoot || process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [root, `--user-data-dir=${profile}`, '--disable-gpu', ...noSandbox]
}

export function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env)
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
