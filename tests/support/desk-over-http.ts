import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Driver from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { createCloud } from '../../cloud/main.ts'
import type { SyncStatus } from '../../core/sync-status.ts'
import type { CloudClient } from '../../electron/cloud-client/cloud-client.ts'
import { createCloudClient } from '../../electron/cloud-client/create-cloud-client.ts'
import { createTokenKeeper } from '../../electron/cloud-client/token-keeper.ts'
import { createSyncEngine } from '../../electron/sync/create-sync-engine.ts'
import { createSyncShell } from '../../electron/sync/sync-shell.ts'
import { openDesk } from './desk-database.ts'
import { startFaultProxy } from './fault-proxy.ts'

/** A real cloud with its demo account on a free port, and a proxy in front that spoils requests. */
export async function startCloudBehindFaults() {
  const folder = mkdtempSync(path.join(tmpdir(), 'tapdesk-sync-'))
  const options = { dataDir: path.join(folder, 'cloud'), host: '127.0.0.1', demo: true, log: false }
  let cloud = createCloud({ ...options, port: 0 })
  const started = await cloud.start()
  if (!started.ok || started.value.demo === undefined) throw new Error('the cloud did not start')
  const { url, demo } = started.value
  const proxy = await startFaultProxy(url, () => expireAnswers(options.dataDir))
  const client = createCloudClient({ baseUrl: url, fetch, desk: 'Tapdesk (test)' })
  const signIn = async () => {
    const desk = { id: uuidv7(), name: 'Test desk' }
    const answer = await client.signIn({ body: { ...demo, desk } })
    if (!answer.ok) throw new Error(answer.code)
    return answer.value
  }
  const signedIn = await signIn()
  const { tokens } = signedIn
  const accountId = signedIn.accounts[0]?.id ?? ''

  return {
    folder,
    url,
    demo,
    proxy,
    accountId,
    tokens,
    /** As another desk: a session of its own. */
    signIn,
    /** Straight to the cloud, as somebody else at another desk. */
    client,
    async stopCloud() {
      await cloud.stop()
    },
    async startCloud() {
      cloud = createCloud({ ...options, port: Number(new URL(url).port) })
      const again = await cloud.start()
      if (!again.ok) throw new Error(again.code)
    },
    async close() {
      await proxy.close()
      await cloud.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What is left of the ledger after 90 days. */
function expireAnswers(dataDir: string): void {
  const db = new Driver(path.join(dataDir, 'cloud.sqlite'))
  db.prepare('UPDATE ledger SET body = NULL').run()
  db.close()
}

export type CloudBehindFaults = Awaited<ReturnType<typeof startCloudBehindFaults>>

/** A desk on a database file: real store, engine, shell, client and timers. */
export function startDesk(
  cloud: CloudBehindFaults,
  accessToken = cloud.tokens.accessToken,
  /** `speed`: so many times faster does its time pass. `cursor`: it knows nobody from before that. */
  {
    file = 'desk.db',
    speed = 1,
    cursor = null,
    refreshToken = cloud.tokens.refreshToken,
  }: {
    readonly file?: string
    readonly speed?: number
    readonly cursor?: string | null
    readonly refreshToken?: string
  } = {},
) {
  const { db, store, evidence } = openDesk(path.join(cloud.folder, file))
  if (cursor !== null) store.feed.applyPage({ from: null, next: cursor, changes: [] })
  const direct = createCloudClient({ baseUrl: cloud.proxy.url, fetch, desk: 'Tapdesk (test)' })
  const client = hurried(direct, speed)
  const tokens = createTokenKeeper({ client, refreshToken, save: () => {} })
  tokens.set({ accessToken, refreshToken })
  const waiting: { until: (status: SyncStatus) => boolean; resolve: () => void }[] = []

  const shell = createSyncShell({
    engine: createSyncEngine({
      store,
      clock: {
        monotonicMs: () => performance.now() * speed,
        wallTime: () => new Date().toISOString(),
        random: Math.random,
        newId: () => uuidv7(),
      },
    }),
    client,
    accountId: cloud.accountId,
    tokens,
    timers: {
      after(ms, callback) {
        const timer = setTimeout(callback, ms / speed)
        return () => clearTimeout(timer)
      },
    },
    onStatus(status) {
      for (const one of waiting) if (one.until(status)) one.resolve()
    },
    onChanged: () => {},
    onDirectory: () => {},
  })
  shell.start()

  return {
    db,
    store,
    evidence,
    shell,
    /** What a person does when the desk asks for it. */
    async signIn() {
      tokens.set((await cloud.signIn()).tokens)
      shell.nudge('signed-in')
    },
    /** Resolves once the status is as wanted, now or later. */
    async reaches(until: (status: SyncStatus) => boolean) {
      if (until(shell.status())) return
      await new Promise<void>((resolve) => void waiting.push({ until, resolve }))
    },
    create(lastName: string): string {
      const opId = uuidv7()
      const fields = {
        email: null,
        role: 'user' as const,
        firstName: '',
        lastName,
        organization: '',
        additionalInformation: '',
        cardId: null,
        surfaceId: '',
        regionId: null,
      }
      const accepted = store.people.acceptCreate({ opId, fields, at: new Date().toISOString() })
      if (!accepted.ok) throw new Error(accepted.code)
      shell.nudge('accepted')
      return opId
    },
    async stop() {
      await shell.stop()
      store.close()
    },
  }
}

/** Waits for answers only as long as a desk whose time passes faster. */
function hurried(client: CloudClient, speed: number): CloudClient {
  if (speed === 1) return client
  const sooner = <T extends { timeoutMs?: number }>(request: T): T => ({
    ...request,
    timeoutMs: (request.timeoutMs ?? 15_000) / speed,
  })
  return {
    ...client,
    batch: (request) => client.batch(sooner(request)),
    changes: (request) => client.changes(sooner(request)),
    snapshot: (request) => client.snapshot(sooner(request)),
    digest: (request) => client.digest(sooner(request)),
    directory: (request) => client.directory(sooner(request)),
    log: (request) => client.log(sooner(request)),
    refresh: (request) => client.refresh(sooner(request)),
  }
}
