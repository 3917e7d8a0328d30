import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createEvidence, openDeskDatabase } from '../support/desk-database.ts'
import { type Randomness, createRandomness } from '../support/randomness.ts'
import { auditTables } from '../support/store-audit.ts'
import { createDisk, fates } from './disk/power-cut.ts'
import { clear, newShelf } from './disk/shelf.ts'
import { type DiskEvent, readTrace } from './disk/trace.ts'
import { witnessed } from './disk/witness.ts'
import type { Layer } from './layer.ts'

const steps = 40
const imagesPerLife = 800
const imagesOfControl = 40
/** A life that promised less may have nothing to lose at the moments of so few images. */
const promisesOfControl = 5
const program = fileURLToPath(new URL('./disk/life-on-disk.ts', import.meta.url))
const mutate = new URL('./mutants/mutate.ts', import.meta.url).href

/**
 * The power fails at any moment of recorded lives: whatever the disk then holds, everything that was
 * promised is in it. The same lives with a database that does not wait for the disk are the control: there
 * something must be lost, or this check would not notice.
 */
export const powerLayer: Layer = {
  run(seed) {
    const real = cutPower(recordLife(seed, null), seed, imagesPerLife)
    const control = cutPower(recordLife(seed, 'does not wait for the disk'), seed, imagesOfControl)
    const sees = control.violations.length > 0 || control.accepted < promisesOfControl
    const blind = sees ? [] : ['the control lost nothing']
    const hits = new Map([['control images with losses', control.violations.length]])
    return { ...real, violations: [...real.violations, ...blind], hits }
  },
}

type Recording = {
  readonly start: ReadonlyMap<string, Buffer>
  readonly events: readonly DiskEvent[]
}

function recordLife(seed: number, mutant: string | null): Recording {
  const shelf = newShelf()
  const folder = path.join(shelf, 'desk')
  mkdirSync(folder)
  openDeskDatabase(path.join(folder, 'desk.db')).close()
  const start = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))]),
  )
  const log = path.join(shelf, 'log')
  const bug = mutant === null ? [] : ['--import', mutate]
  const env = { ...process.env, ...witnessed({ folder, log }), MUTANT: mutant ?? '' }
  execFileSync(process.execPath, [...bug, program, folder, String(seed), String(steps)], { env })
  const events = readTrace(readFileSync(log))
  clear(shelf)
  return { start, events }
}

function cutPower({ start, events }: Recording, seed: number, images: number) {
  const dice = createRandomness(seed)
  const disk = createDisk(start)
  const shelf = newShelf()
  const violations: string[] = []
  const promised: string[] = []
  const weights = events.map((_, index) => weightOf(events[index + 1]))
  const whole = weights.reduce((sum, each) => sum + each, 0)
  let [runs, past] = [0, 0]
  for (const [index, event] of events.entries()) {
    if (event.file === promises) promised.push(...opIdsIn(event))
    else disk.take(event)
    past += weights[index] ?? 0
    // As many as were asked for, spread over the whole life by weight.
    const due = Math.floor((past * images) / whole)
    for (; runs < due; runs += 1) {
      const fate = dice.pick(fates)
      const found = check(disk.cut(fate, dice), promised, shelf, dice)
      violations.push(...found.map((line) => `${fate} at ${index}: ${line}`))
    }
  }
  clear(shelf)
  return { runs, accepted: promised.length, violations }
}

/** Most is at stake right before a sync: whole transactions that the disk may have in any part. */
const weightOf = (next: DiskEvent | undefined) => (next?.kind === 'sync' ? 8 : 1)

const promises = 'promises'

function opIdsIn(event: DiskEvent): readonly string[] {
  return event.kind === 'write' ? event.data.toString('utf8').trim().split('\n') : []
}

/** Opens what the disk holds, as the program would after the cut. */
function check(
  image: ReadonlyMap<string, Buffer>,
  promised: readonly string[],
  shelf: string,
  dice: Randomness,
): readonly string[] {
  for (const name of readdirSync(shelf)) rmSync(path.join(shelf, name))
  for (const [name, content] of image) writeFileSync(path.join(shelf, name), content)
  try {
    const db = openDeskDatabase(path.join(shelf, 'desk.db'))
    const { queued, outcomes } = createEvidence(db)()
    const lost = promised.filter((opId) => !queued.has(opId) && !outcomes.has(opId))
    const unsound = dice.chance(0.1) ? [...auditTables(db)] : []
    db.close()
    return [...lost.map((opId) => `I1 ${opId} is lost`), ...unsound]
  } catch (error) {
    return [`it does not open: ${String(error)}`]
  }
}
