import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'
import path from 'node:path'
import type { SyncRequest } from '../../electron/sync/sync-engine.ts'
import { openDesk } from '../support/desk-database.ts'
import { createFaultyWay } from '../support/faulty-way.ts'
import { deathPoints } from '../support/mortal-database.ts'
import { fileDeaths } from '../support/mortal-driver.ts'
import { type Randomness, createRandomness } from '../support/randomness.ts'
import { createSimulatedCloud } from '../support/simulated-cloud.ts'
import { auditStore, createAuditMemory } from '../support/store-audit.ts'
import { trueAfterKills } from '../support/sync-invariants.ts'
import { bundled } from './bundled.ts'
import { clear, newShelf } from './disk/shelf.ts'
import { type Strike, command, witnessed } from './disk/witness.ts'
import type { DoomedDesk, ToDesk } from './kill-messages.ts'
import type { Layer, Run } from './layer.ts'
import { reshaped } from './reshaped.ts'

const killsEach = 8
/** Not every life passes by the point that it is to end at: the next one is to end there then. */
const triesEach = 2 * killsEach
const moments = ['before', 'torn', 'after'] as const
const writes = { mode: 'kill', calls: ['write'], everAfter: false } as const
const steps = 400
/** Most of a short life would be spent on reading the program. */
const compiled = path.join(tmpdir(), 'tapdesk-kill-compiled')
const program = bundled(new URL('./doomed-desk.ts', import.meta.url))

/**
 * Real programs on a real file are killed one after the other: at labelled points, at the n-th write or
 * sync (before it, half-way, after it) and at random; then one lives until everything is sent.
 */
export const killLayer: Layer = { run: (seed) => life(seed) }

async function life(seed: number): Promise<Run> {
  const dice = createRandomness(seed)
  const cloud = createSimulatedCloud(() => '2026-11-23T08:00:00Z')
  const world = { cloud, dice, way: createFaultyWay(cloud, dice) }
  const shelf = newShelf('disk')
  const files = { folder: path.join(shelf, 'desk'), control: path.join(shelf, 'control') }
  mkdirSync(files.folder)
  const file = path.join(files.folder, 'desk.db')
  const memory = createAuditMemory()
  const hits = new Map<string, number>(ends.map((point) => [point, 0]))
  const violations: string[] = []
  let kills = 0

  for (let n = 0; n < triesEach && kills < killsEach && violations.length === 0; n += 1) {
    const end = drawEnd(dice, seed * killsEach + kills)
    command(files.control, end.strike)
    const desk = { file, seed: seed * 1000 + n, lives: n, aim: end.aim, steps }
    const ended = await run(desk, { ...world, files, faults: dice.next(), randomly: end.randomly })
    for (const opId of ended.promised) memory.accepted.add(opId)
    if (ended.killed) kills += 1
    const label = ended.point ?? end.name
    if (ended.killed) hits.set(label, (hits.get(label) ?? 0) + 1)
    violations.push(...look(file, n, memory).map((line) => `after ${label}: ${line}`))
  }
  command(files.control, null)
  const last = { file, seed: seed * 1000 + 999, lives: triesEach, aim: '', steps: null }
  await run(last, { ...world, files, faults: 0, randomly: false })
  violations.push(...lookAtBoth(file, memory.accepted, cloud))
  clear(shelf)
  return { runs: kills, accepted: memory.accepted.size, violations, hits }
}

type End = {
  readonly name: string
  readonly aim: string
  readonly strike: Strike | null
  readonly randomly: boolean
}

/** The journal is brought into the database itself: nothing else writes there. */
const checkpoints = moments.map((how) => `checkpoint ${how}`)

const ends = [...deathPoints, ...fileDeaths, ...checkpoints]

/** Labelled points in turn, and every tenth death somewhere else. */
function drawEnd(dice: Randomness, turn: number): End {
  if (turn % 10 !== 0) {
    const aimed = Math.floor(turn / 10) * 9 + (turn % 10) - 1
    const name = ends[aimed % ends.length] ?? ''
    const how = moments[checkpoints.indexOf(name)]
    if (how === undefined) return { name, aim: name, strike: null, randomly: false }
    const nth = 1 + dice.below(60)
    return { name, aim: '', strike: { ...writes, nth, how, onlyDatabase: true }, randomly: false }
  }
  if (dice.chance(0.3)) return { name: 'at random', aim: '', strike: null, randomly: true }
  const call = dice.pick(['write', 'sync'] as const)
  const how = dice.pick(moments)
  const nth = 1 + dice.below(call === 'write' ? 400 : 60)
  const strike = { ...writes, calls: [call], nth, how }
  return { name: `${call} ${how}`, aim: '', strike, randomly: false }
}

type World = {
  readonly cloud: ReturnType<typeof createSimulatedCloud>
  readonly way: ReturnType<typeof createFaultyWay>
  readonly dice: Randomness
  readonly files: { readonly folder: string; readonly control: string }
  readonly faults: number
  readonly randomly: boolean
}

async function run(desk: DoomedDesk, world: World) {
  const { way, files, faults, dice } = world
  const child = fork(await program, [JSON.stringify(desk)], {
    env: { ...process.env, ...witnessed(files), NODE_COMPILE_CACHE: compiled },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const promised: string[] = []
  let point: string | null = null
  let left = 1 + dice.below(60)
  child.on('message', ({ ask }: { ask: SyncRequest }) => {
    if (world.randomly && (left -= 1) === 0) return void child.kill('SIGKILL')
    if (faults > 0) others(world)
    const answer = way.carry(ask, faults)
    const settled =
      ask.kind === 'changes' && answer.result.ok && sameHead(world, answer.result.value)
    if (child.connected) child.send({ answer, settled } satisfies ToDesk, () => {})
  })
  const lines = linesOf(child, (line) => {
    if (line.startsWith('!')) point = line.slice(1)
    else promised.push(line)
  })
  const [[, signal]] = await Promise.all([once(child, 'exit'), lines])
  return { promised, point: point as string | null, killed: signal === 'SIGKILL' }
}

async function linesOf(child: ChildProcess, take: (line: string) => void) {
  if (child.stdout === null) return
  for await (const line of createInterface({ input: child.stdout })) take(line)
}

function sameHead({ cloud }: World, page: unknown): boolean {
  const { cursor } = cloud.digest()
  return typeof page === 'object' && page !== null && 'next' in page && page.next === cursor
}

/** What others do in the cloud meanwhile. */
function others({ cloud, dice }: World): void {
  const id = dice.pick(cloud.living())?.id ?? ''
  if (dice.chance(0.1)) cloud.edit(id, { organization: `Other ${dice.below(5)}` })
  if (dice.chance(0.03)) cloud.erase(id)
  if (dice.chance(0.05)) cloud.register(id)
  if (dice.chance(0.03)) cloud.addGroup('Group')
  if (dice.chance(0.03)) cloud.forgetFeed()
}

function look(
  file: string,
  lives: number,
  memory: ReturnType<typeof createAuditMemory>,
): readonly string[] {
  const { db, store, evidence } = openDesk(file, reshaped(lives))
  const { versions } = evidence()
  for (const id of memory.versions.keys()) {
    // Left out of a snapshot, it is forgotten; within the same life a move may have named it once more.
    if ((versions.get(id) ?? 0) === 0) memory.versions.delete(id)
  }
  const found = auditStore(db, memory)
  store.close()
  return found
}

function lookAtBoth(file: string, accepted: Set<string>, cloud: World['cloud']): readonly string[] {
  const { store, evidence } = openDesk(file, reshaped(triesEach))
  const unknown = { deletedKnowingly: new Set<string>(), undone: new Set<string>() }
  const wishes = {
    accepted,
    ...unknown,
    givenUp: new Set<string>(),
    givenBack: new Set<string>(),
    saw: new Map(),
  }
  const found = trueAfterKills({ wishes, cloud, desk: evidence(), store })
  store.close()
  return found
}
