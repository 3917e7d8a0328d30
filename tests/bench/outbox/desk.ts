import { v7 } from 'uuid'
import type { PersonFields } from '../../../core/person.ts'
import type { SyncStatus } from '../../../core/sync-status.ts'
import type { CloudClient } from '../../../electron/cloud-client/cloud-client.ts'
import { openDeskStore } from '../../../electron/store/open-desk-store.ts'
import { createSyncEngine } from '../../../electron/sync/create-sync-engine.ts'
import type { SyncTokens } from '../../../electron/sync/ask.ts'
import { createSyncShell } from '../../../electron/sync/sync-shell.ts'
import type { DeskStore } from '../../../electron/store/desk-store.ts'
import { fail } from '../../../contracts/result.ts'

export type Way = {
  readonly client: CloudClient
  readonly accountId: string
  readonly token: string
}

export type BenchDesk = {
  readonly store: DeskStore
  readonly create: (opId: string, fields: PersonFields) => void
  /** Starts to send; resolves once nothing waits any more. `most`: in batches of so many at most. */
  readonly drain: (way: Way, most: number, onStatus?: (status: SyncStatus) => void) => Promise<void>
  readonly close: () => void
}

/** Store, engine, shell and client as the data process joins them, on a file. */
export function openBenchDesk(path: string): BenchDesk {
  const opened = openDeskStore({ path })
  if (!opened.ok) throw new Error(`the bench desk was refused: ${opened.code}`)
  const store = opened.value
  return {
    store,
    create(opId, fields) {
      const taken = store.people.acceptCreate({ opId, fields, at: '2026-01-01T00:00:00.000Z' })
      if (!taken.ok) throw new Error(taken.code)
    },
    drain: (way, most, onStatus = () => {}) => drain(store, way, most, onStatus),
    close: () => store.close(),
  }
}

async function drain(
  store: DeskStore,
  { client, accountId, token }: Way,
  most: number,
  onStatus: (status: SyncStatus) => void,
) {
  const tokens: SyncTokens = {
    access: () => Promise.resolve(token),
    refresh: () => Promise.resolve(fail('token.invalid')),
  }
  const { outbox } = store
  const claim: typeof outbox.claim = (limits) =>
    outbox.claim({ ...limits, items: Math.min(most, limits.items) })
  await new Promise<void>((resolve, reject) => {
    const shell = createSyncShell({
      engine: createSyncEngine({ store: { ...store, outbox: { ...outbox, claim } }, clock }),
      client,
      accountId,
      tokens,
      timers: {
        after(ms, callback) {
          const timer = setTimeout(callback, ms)
          return () => clearTimeout(timer)
        },
      },
      onStatus(status) {
        onStatus(status)
        if (status.attention > 0) reject(new Error('an item was parked'))
        if (status.waiting > 0) return
        void shell.stop().then(resolve)
      },
      onChanged: () => {},
      onDirectory: () => {},
      onBug: reject,
    })
    shell.start()
  })
}

const clock = {
  monotonicMs: () => performance.now(),
  wallTime: () => new Date().toISOString(),
  random: Math.random,
  newId: () => v7(),
}
