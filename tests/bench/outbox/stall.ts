import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Driver from 'better-sqlite3'
import type { ElectronApplication } from 'playwright'
import { v7 } from 'uuid'
import { deskMigrations } from '../../../electron/store/migrations/index.ts'
import { openDatabase } from '../../../electron/store/open-database.ts'
import { createDeskStore } from '../../../electron/store/open-desk-store.ts'
import { openDesk } from '../../e2e/desk.ts'
import { frontDesk } from '../../e2e/front-desk.ts'
import { fillWithPeople, idNumber } from '../people-million.ts'
import { seedProfile } from '../seed-desk.ts'
import { personWithCard } from './cloud-rows.ts'
import { signedIn } from './drain.ts'

const SENT = 10_000
const ACCEPTED = 100_000
const AT_ONCE = 1_000
const IDLE_MS = 5_000

export type StallTimes = {
  /** By how many milliseconds each turn of main's loop came late while both went on. */
  readonly busy: number[]
  readonly idle: number[]
  /** Between two frames of the window meanwhile. */
  readonly frames: number[]
}

/**
 * The built app in its window: 10,000 people are sent to a real cloud while 100,000 invitations are to be
 * mailed again, a thousand by each press.
 */
export async function measureStall(scratch: string): Promise<StallTimes> {
  const dataDir = path.join(scratch, 'cloud-of-app')
  const { cloud, entered } = await signedIn(dataDir)
  const profile = path.join(scratch, 'app')
  const [account] = entered.accounts
  if (account === undefined || cloud.demo === undefined) throw new Error('nobody can sign in')
  const { cloudId, person } = entered
  fill(seedProfile(profile, { cloudUrl: cloud.url, cloudId, demo: false, person, account }))
  const desk = await openDesk({ profile })
  try {
    const front = frontDesk(desk.page)
    const idle = await lateness(desk.app, () => pause(IDLE_MS))
    let frames: number[] = []
    const busy = await lateness(desk.app, async () => {
      await front.signInAgain(cloud.demo?.password ?? '')
      frames = await desk.page.evaluate(acceptAll, { ids: allIds(), atOnce: AT_ONCE })
      await sent(dataDir, account.id)
    })
    return { busy, idle, frames }
  } finally {
    await desk.kill()
    await cloud.end()
  }
}

function fill(file: string) {
  const opened = openDatabase({ path: file, key: null, migrations: deskMigrations })
  if (!opened.ok) throw new Error(`the bench database was refused: ${opened.code}`)
  const db = opened.value
  fillWithPeople(db, ACCEPTED)
  const { people } = createDeskStore(db)
  db.write(() => {
    for (let n = 0; n < SENT; n += 1) {
      const fields = { ...personWithCard(n), cardId: null }
      people.acceptCreate({ opId: v7(), fields, at: '2026-01-01T00:00:00.000Z' })
    }
  })
  db.close()
}

/** Resolves once the cloud has as many changes as people were to be sent. */
async function sent(dataDir: string, accountId: string) {
  const db = new Driver(path.join(dataDir, 'cloud.sqlite'), { readonly: true })
  const head = db.prepare<[string], number>('SELECT feed_seq FROM account WHERE id = ?').pluck()
  while ((head.get(accountId) ?? 0) < SENT) await pause(200)
  db.close()
}

/** By how many milliseconds a timer of a millisecond comes late in main while `work` goes on. */
async function lateness(app: ElectronApplication, work: () => Promise<void>): Promise<number[]> {
  await app.evaluate(() => {
    const late: number[] = []
    let due = performance.now() + 1
    const look = () => {
      const now = performance.now()
      late.push(Math.max(0, now - due))
      due = now + 1
      globalThis.benchTimer = setTimeout(look, 1)
    }
    globalThis.benchLate = late
    globalThis.benchTimer = setTimeout(look, 1)
  })
  await work()
  return app.evaluate(() => {
    clearTimeout(globalThis.benchTimer)
    return globalThis.benchLate
  })
}

declare global {
  var benchLate: number[]
  var benchTimer: NodeJS.Timeout
}

/** Runs in the window; answers the milliseconds between its frames meanwhile. */
async function acceptAll({ ids, atOnce }: { ids: readonly string[]; atOnce: number }) {
  const frames: number[] = []
  let last = performance.now()
  let watching = true
  const watch = () => {
    const now = performance.now()
    frames.push(now - last)
    last = now
    if (watching) requestAnimationFrame(watch)
  }
  requestAnimationFrame(watch)
  for (let start = 0; start < ids.length; start += atOnce) {
    const part = ids.slice(start, start + atOnce)
    const items = part.map((recordId) => ({ opId: crypto.randomUUID(), recordId }))
    const answer = await window.app.invitations.resend({ items, email: null })
    if (!answer.ok || answer.value.accepted !== part.length)
      throw new Error('not all were accepted')
  }
  watching = false
  return frames
}

function allIds(): string[] {
  return Array.from({ length: ACCEPTED }, (_, n) => idNumber(n))
}
