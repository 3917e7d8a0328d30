import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ElectronApplication, type Page, _electron as electron } from 'playwright'

const root = path.resolve(import.meta.dirname, '../..')

export type OpenDesk = {
  readonly app: ElectronApplication
  readonly page: Page
  /** Ends every process of the app at once, as a power cut would. */
  kill: () => Promise<void>
  /** Closes the app as a person does; resolves with the milliseconds it took to be gone. */
  quit: () => Promise<number>
}

export type OpenOptions = { readonly profile: string; readonly env?: Record<string, string> }

/** Starts the built app on a profile folder and waits for its first window. */
export async function openDesk({ profile, env = {} }: OpenOptions): Promise<OpenDesk> {
  const app = await electron.launch({
    executablePath: electronPath(),
    args: [root, `--user-data-dir=${profile}`, ...flags()],
    cwd: root,
    env: { ...definedEnvironment(), ...env },
  })
  const page = await app.firstWindow()
  const gone = new Promise<void>((resolve) => app.process().once('exit', () => resolve()))
  return {
    app,
    page,
    kill: async () => {
      app.process().kill('SIGKILL')
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

/** A folder of its own for one story. */
export async function makeProfile(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tapdesk-e2e-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

function electronPath(): string {
  return execFileSync(process.execPath, [path.join(root, 'scripts/electron-path.mjs')])
    .toString()
    .trim()
}

/** Chromium refuses its sandbox to root; the software renderer needs no GPU of the test machine. */
function flags(): string[] {
  return ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env)
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
