import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { type Desk, desk } from '../../contracts/desk.ts'
import type { Answering, Asking } from '../../contracts/door.ts'
import { type Host, host } from '../../contracts/host.ts'
import { fail, ok } from '../../contracts/result.ts'
import { type PersonFields, nobody } from '../../core/person.ts'
import type { SyncStatus } from '../../core/sync-status.ts'
import { createPortAsking, servePort } from '../../electron/ipc/port-door.ts'

export type DeskProcess = {
  readonly asking: Asking<Desk>
  /** As a power cut would. */
  readonly kill: () => Promise<void>
  /** As quitting does. */
  readonly stop: () => Promise<void>
  /** Resolves once it has ended, however. */
  readonly gone: Promise<void>
}

export type DeskProcessOptions = {
  /** The profile; the same one again is a restart. */
  readonly folder: string
  /** Without one tokens live in memory only. */
  readonly keyring?: boolean
  /** A token has come and is about to be sealed, and is kept nowhere yet. */
  readonly beforeSealing?: () => Promise<void>
  /** What the system's browser does with an address; absent: there is no browser. */
  readonly browser?: (url: string) => void
  readonly demoCloud?: Answering<Host>['demoCloud']
  readonly appVersion?: string
}

/** The data process without a window: real files, real network, a keyring that outlives it. */
export function startDesk(options: DeskProcessOptions): DeskProcess {
  const entry = fileURLToPath(new URL('./desk-process-entry.ts', import.meta.url))
  const given = {
    userDataDir: options.folder,
    appVersion: options.appVersion ?? '1.0.0',
    suggestedCloudUrl: null,
    sqliteBinding: null,
  }
  const child = fork(entry, [JSON.stringify(given)], { serialization: 'advanced' })
  neverOutliveUs(child)
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const wire = {
    post: (message: unknown) => {
      if (child.connected) child.send(Object(message))
    },
    onMessage: (receive: (message: unknown) => void) => {
      child.on('message', receive)
      return () => child.off('message', receive)
    },
  }
  const port = createPortAsking(desk)
  port.connect(wire)
  child.once('exit', port.disconnect)
  const demoCloud = options.demoCloud ?? { start: () => fail('demo-failed') }
  const { browser: visit } = options
  const browser: Answering<Host>['browser'] = {
    open: ({ url }) => (visit === undefined ? fail('not-opened') : ok(visit(url))),
    back: () => ok(),
  }
  servePort(host, { vault: vault(options), browser, demoCloud }, wire, () => {})

  async function end(signal: NodeJS.Signals): Promise<void> {
    child.kill(signal)
    await gone
  }
  return {
    asking: port.asking,
    gone,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await port.asking.process.stop()
      await end('SIGTERM')
    },
  }
}

function vault({
  keyring = true,
  beforeSealing,
}: Pick<DeskProcessOptions, 'keyring' | 'beforeSealing'>): Answering<Host>['vault'] {
  return {
    async seal({ text }) {
      await beforeSealing?.()
      return ok(keyring ? { sealed: btoa(text), backend: 'test' } : null)
    },
    open: ({ sealed }) => ok(keyring ? atob(sealed) : null),
  }
}

const running = new Set<ChildProcess>()

function neverOutliveUs(child: ChildProcess): void {
  if (running.size === 0)
    process.once('exit', () => running.forEach((each) => each.kill('SIGKILL')))
  running.add(child)
}

/** Resolves when the status is as wanted. */
export async function syncBecomes(asking: Asking<Desk>, wanted: Partial<SyncStatus>) {
  await expect.poll(() => valueOf(asking.sync.status()), { timeout: 10_000 }).toMatchObject(wanted)
}

/** Fails the test unless the answer is good. */
export async function valueOf<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; code: string; field?: string }>,
): Promise<T> {
  const result = await answer
  if (!result.ok) throw new Error(`refused: ${result.code} ${result.field ?? ''}`)
  return result.value
}

export function person(fields: Partial<PersonFields>): PersonFields {
  return { ...nobody, ...fields }
}
