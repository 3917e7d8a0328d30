import { createHash } from 'node:crypto'
import { z } from 'zod'
import { recordState } from '../../../core/record.ts'
import { createCloudClient } from '../../../electron/cloud-client/create-cloud-client.ts'
import { createTokenKeeper } from '../../../electron/cloud-client/token-keeper.ts'
import { createSyncEngine } from '../../../electron/sync/create-sync-engine.ts'
import { createHolds } from '../../../electron/sync/holds.ts'
import { createSyncShell } from '../../../electron/sync/sync-shell.ts'
import { openDesk } from '../../support/desk-database.ts'
import { type Wishing, createWishing } from '../../support/desk-wishes.ts'
import { createRandomness } from '../../support/randomness.ts'

export type RoamingDesk = ReturnType<typeof openRoamingDesk>

export const roamingDesk = z.object({
  file: z.string(),
  seed: z.int(),
  /** How far off its clock is. */
  clockDays: z.number(),
  /** So many times faster does its time pass. */
  speed: z.number(),
  cloudUrl: z.url(),
  accountId: z.string(),
  tokens: z.object({ accessToken: z.string(), refreshToken: z.string() }),
  cards: z.array(z.string()),
})

/** A desk without a window: its store on a file, its engine, client and timers are the real ones. */
export function openRoamingDesk(given: z.infer<typeof roamingDesk>) {
  const { db, store, evidence } = openDesk(given.file)
  const dice = createRandomness(given.seed)
  const client = createCloudClient({ baseUrl: given.cloudUrl, fetch, desk: 'Tapdesk (test)' })
  const { refreshToken } = given.tokens
  const tokens = createTokenKeeper({ client, refreshToken, save: () => {} })
  tokens.set(given.tokens)
  const monotonicMs = () => performance.now() * given.speed
  const wallTime = () => new Date(Date.now() + given.clockDays * 86_400_000).toISOString()
  const holds = createHolds({ monotonicMs })
  const bugs: unknown[] = []
  const shell = createSyncShell({
    engine: createSyncEngine({
      store,
      holds,
      clock: { monotonicMs, wallTime, random: Math.random, newId: () => dice.uuid() },
    }),
    client,
    accountId: given.accountId,
    tokens,
    timers: {
      after(ms, callback) {
        const timer = setTimeout(callback, ms / given.speed)
        return () => clearTimeout(timer)
      },
    },
    onStatus: () => {},
    onChanged: () => {},
    onDirectory: () => {},
    onBug: (error) => bugs.push(error),
  })
  const [firstCard = '', ...cards] = given.cards
  const near = db.prepare<[string], { id: string }>(
    'SELECT id FROM record WHERE id >= ? AND base_version > 0 AND base_deleted = 0 ORDER BY id LIMIT 1',
  )
  const { wishes, wishing } = createWishing({
    store: () => store,
    holds: () => holds,
    dice,
    wallTime,
    offered: () => {},
    seen: () => ({ version: 0, state: {} }),
    cards: [firstCard, ...cards],
    emails: 0,
    stranger: () => near.get(dice.uuid())?.id,
  })
  const rows = db.prepare<[], { id: string; version: number; base: string }>(
    `SELECT id, base_version AS version, base FROM record
     WHERE base_version > 0 AND base_deleted = 0 ORDER BY id`,
  )
  shell.start()

  return {
    bugs,
    accepted: wishes.accepted,
    evidence,
    act() {
      wishing[dice.pick(acts)]()
      shell.nudge('accepted')
    },
    /** Whether nothing waits here any more, neither for the cloud nor for a person. */
    settle(): boolean {
      const { waiting, attention } = shell.status()
      for (let left = Math.min(attention, decidedAtOnce); left > 0; left -= 1) wishing.decide()
      shell.nudge('sync-now')
      return waiting === 0 && attention === 0
    },
    digest: () => store.feed.digest(),
    /** Each living record as the cloud told it, by its id. */
    records: () => new Map(rows.all().map(({ id, version, base }) => [id, told(version, base)])),
    async close() {
      await shell.stop()
      store.close()
    },
  }
}

/** Everything that is known of a record, short enough to be compared by the ten thousands. */
export function told(version: number, state: unknown): string {
  const known = recordState.parse(typeof state === 'string' ? JSON.parse(state) : state)
  return `${version} ${createHash('sha256').update(JSON.stringify(known)).digest('hex')}`
}

/** A person with a list of conflicts goes through it. */
const decidedAtOnce = 20

const weights: readonly (readonly [keyof Wishing, number])[] = [
  ['create', 5],
  ['change', 2],
  ['change-card', 2],
  ['move-card', 2],
  ['card-step', 2],
  ['delete', 1],
  ['delete-held', 1],
  ['undo', 1],
  ['undo-move', 1],
  ['decide', 3],
]
const all = weights.flatMap(([kind, weight]) => Array.from({ length: weight }, () => kind))
const acts: readonly [keyof Wishing, ...(keyof Wishing)[]] = ['create', ...all]
