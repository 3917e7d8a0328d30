import { rmSync } from 'node:fs'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { SyncStatus } from '../../core/sync-status.ts'
import {
  type CloudBehindFaults,
  startCloudBehindFaults,
  startDesk,
} from '../support/desk-over-http.ts'
import { createRandomness } from '../support/randomness.ts'
import { auditStore, createAuditMemory } from '../support/store-audit.ts'
import type { Layer, Run } from './layer.ts'
import { drawFaults, netFaults } from './net-faults.ts'

const speed = 50
const limitMs = 30_000
let cloud: Promise<CloudBehindFaults> | null = null

/** The real client and the real cloud with a network between them that does everything networks do. */
export const netLayer: Layer = {
  async run(seed) {
    cloud ??= startCloudBehindFaults()
    return live(await cloud, seed)
  },
  async stop() {
    await (await cloud)?.close()
    cloud = null
  },
}

async function live(between: CloudBehindFaults, seed: number): Promise<Run> {
  const dice = createRandomness(seed)
  const names = drawFaults(dice)
  const file = `desk-${seed}.db`
  const cursor = await headOf(between)
  const { accessToken, refreshToken } = (await between.signIn()).tokens
  const desk = startDesk(between, accessToken, { file, speed, cursor, refreshToken })
  const patient = dice.chance(0.3) && !names.some((name) => name.includes('thirty years'))
  between.proxy.plan(...names.flatMap((name) => netFaults[name] ?? []))

  const ids = Array.from({ length: 1 + dice.below(5) }, () => desk.create(`Net ${seed}`))
  const changed = ids.filter(() => dice.chance(0.5))
  for (const recordId of changed) {
    const set = { organization: 'Changed' }
    const at = new Date().toISOString()
    desk.store.people.acceptUpdate({ opId: uuidv7(), recordId, set, at })
  }
  desk.shell.nudge('accepted')
  const drained = await drains(desk, patient, () => between.proxy.planned())

  const violations = drained ? [] : [`I7 not drained: ${JSON.stringify(desk.shell.status())}`]
  const memory = createAuditMemory()
  for (const id of ids) memory.accepted.add(id)
  violations.push(...auditStore(desk.db, memory))
  const { outcomes } = desk.evidence()
  for (const id of ids) {
    if (outcomes.get(id) !== 'applied') violations.push(`I1 ${id} is ${outcomes.get(id) ?? 'lost'}`)
  }
  await desk.stop()
  const found = await versionsOf(between, cursor, `Net ${seed}`)
  for (const id of ids) {
    const once = [...outcomes].filter(([op, outcome]) => outcome === 'applied' && op === id).length
    if (!found.has(id)) violations.push(`I1 ${id} is not in the cloud`)
    if (once > 1) violations.push(`I2 ${id} was applied twice`)
  }
  if (found.size !== ids.length) violations.push(`I2 ${found.size} people instead of ${ids.length}`)
  for (const [id, version] of found) {
    // One version per operation: a creation, and a change unless it was merged into it.
    if (version > (changed.includes(id) ? 2 : 1)) violations.push(`I2 ${id} has version ${version}`)
  }
  for (const end of ['', '-wal']) rmSync(path.join(between.folder, file + end), { force: true })
  const told = violations.map((line) => `${line} (${names.join(', ')})`)
  return { accepted: ids.length, violations: told, hits: new Map(names.map((name) => [name, 1])) }
}

/** `patient`: nobody presses "Sync now", so that it heals by itself. */
async function drains(
  desk: ReturnType<typeof startDesk>,
  patient: boolean,
  planned: () => number,
): Promise<boolean> {
  const done = (status: SyncStatus) =>
    planned() === 0 && status.channel === 'idle' && status.waiting === 0
  let signingIn: Promise<void> | null = null
  const pressing = setInterval(() => {
    const { channel } = desk.shell.status()
    if (channel === 'sign-in-needed') {
      signingIn ??= desk.signIn().finally(() => void (signingIn = null))
    } else if (!patient || planned() > 0) desk.shell.nudge('sync-now')
  }, 50)
  let giveUp: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    giveUp = setTimeout(() => resolve(false), limitMs)
  })
  const drained = desk.reaches(done).then(() => true)
  const result = await Promise.race([drained, late])
  clearInterval(pressing)
  clearTimeout(giveUp)
  return result
}

/** Where the feed stands now: lives before this one are not gone through again. */
async function headOf({ client, tokens, accountId }: CloudBehindFaults): Promise<string> {
  const head = await client.snapshot({
    params: { accountId },
    query: { limit: 1 },
    token: tokens.accessToken,
  })
  if (!head.ok) throw new Error(head.code)
  return head.value.cursor
}

/** The version of everybody of this name whom the cloud has taken since. */
async function versionsOf(between: CloudBehindFaults, since: string, lastName: string) {
  const { accessToken: token } = between.tokens
  const params = { accountId: between.accountId }
  const found = new Map<string, number>()
  let cursor = since
  for (;;) {
    const page = await between.client.changes({ params, query: { cursor }, token })
    if (!page.ok) throw new Error(page.code)
    for (const { id, version, state } of page.value.changes) {
      if (state?.lastName === lastName) found.set(id, version)
    }
    cursor = page.value.next
    if (!page.value.hasMore) return found
  }
}
