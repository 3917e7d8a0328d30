import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { temporaryFolder } from '../support/cloud.ts'
import { type Randomness, createRandomness } from '../support/randomness.ts'
import { type CrewReport, type crewOptions, crewReport, type order } from './desks/crew-messages.ts'
import {
  type CloudOfMany,
  type Site,
  startOneCloud,
  startTwoClouds,
} from './desks/cloud-of-many.ts'
import { pickFaults } from './desks/site-faults.ts'
import type { Layer, Run } from './layer.ts'

const count = Number(process.env['TAPDESK_DESKS'] ?? 4)
const items = Number(process.env['TAPDESK_ITEMS'] ?? 25)
const speed = 20
/** Fewer than people, so that desks fight for them. */
const cardsPerDesk = 8
const entry = fileURLToPath(new URL('./desks/crew.ts', import.meta.url))

/**
 * Many desks at work on one account at the same time, their clocks days off, through a network that spoils
 * requests. Afterwards everybody agrees with the cloud row by row, and nothing is lost or doubled. On
 * SQLite; and on PostgreSQL with two clouds, one of which is killed and started again.
 */
export const desksLayer = layerOf(startOneCloud)
export const desksOnPostgresLayer = layerOf(startTwoClouds)

function layerOf(start: (site: Site) => Promise<CloudOfMany>): Layer {
  return { alone: true, run: (seed) => live(seed, start) }
}

async function live(seed: number, start: (site: Site) => Promise<CloudOfMany>): Promise<Run> {
  const dice = createRandomness(seed)
  const folder = temporaryFolder('desks')
  const cloud = await start({ folder })
  const hits = new Map<string, number>()
  try {
    const crews = await gather(cloud, folder, dice)
    const spoiled = spoil(cloud, dice, hits)
    await Promise.all([crews.report('acted'), cloud.shake(count * items)])
    crews.tell({ kind: 'settle' })
    await crews.report('settled')
    spoiled.stop()
    const { records, digest, ledger } = await cloud.look()
    const file = path.join(folder, 'records.json')
    writeFileSync(file, JSON.stringify([...records.told]))
    crews.tell({ kind: 'agree', file, digest })
    const reports = await crews.report('agreed')
    const violations = [...records.violations, ...reports.flatMap((each) => each.violations)]
    const missing = reports.flatMap(({ applied }) => applied.filter((opId) => !ledger.has(opId)))
    if (missing.length > 0) violations.push(`I1 ${missing.length} applied, but not in the ledger`)
    const accepted = reports.reduce((sum, each) => sum + each.accepted, 0)
    hits.set('people in the cloud', records.told.size)
    return { runs: count, accepted, violations, hits }
  } finally {
    await cloud.stop()
  }
}

/** As many processes as there are cores, each with its share of the desks. */
async function gather(cloud: CloudOfMany, folder: string, dice: Randomness) {
  const cards = Array.from({ length: Math.max(3, Math.ceil(count * cardsPerDesk)) }, () =>
    `04${hex(dice.below(2 ** 24), 6)}${hex(dice.below(2 ** 24), 6)}`.toUpperCase(),
  )
  const desks: z.input<typeof crewOptions>['desks'] = []
  for (let nth = 0; nth < count; nth += 1) {
    const clockDays = (dice.next() - 0.5) * 40
    const seed = dice.below(2 ** 32)
    const file = path.join(folder, `desk-${nth}.db`)
    desks.push({ ...(await cloud.signIn(nth)), file, seed, clockDays, speed, cards })
  }
  const share = Math.ceil(count / Math.min(count, availableParallelism()))
  const crews: ChildProcess[] = []
  for (let from = 0; from < count; from += share) {
    const file = path.join(folder, `crew-${from}.json`)
    writeFileSync(file, JSON.stringify({ desks: desks.slice(from, from + share), items }))
    crews.push(fork(entry, [file], { serialization: 'advanced' }))
  }
  return {
    tell: (told: z.input<typeof order>) => crews.forEach((crew) => crew.send(told)),
    report: <Kind extends CrewReport['kind']>(kind: Kind) =>
      Promise.all(crews.map((crew) => reportOf(crew, kind))),
  }
}

async function reportOf<Kind extends CrewReport['kind']>(crew: ChildProcess, kind: Kind) {
  const gone = once(crew, 'exit').then(() => {
    throw new Error(`a crew ended before it had ${kind}`)
  })
  gone.catch(() => {})
  const [message] = await Promise.race([once(crew, 'message'), gone])
  const report = crewReport.parse(message)
  if (!isKind(report, kind)) throw new Error(`a crew has ${report.kind}, not ${kind}`)
  return report
}

function isKind<Kind extends CrewReport['kind']>(
  report: CrewReport,
  kind: Kind,
): report is Extract<CrewReport, { kind: Kind }> {
  return report.kind === kind
}

/** Until it is stopped, one request in ten meets a fault. */
function spoil({ proxy }: CloudOfMany, dice: Randomness, hits: Map<string, number>) {
  const ended = new AbortController()
  const next = async () => {
    for (;;) {
      await proxy.arrival()
      if (ended.signal.aborted) return
      if (!dice.chance(0.1)) continue
      const [name, fault] = pickFaults(dice)
      hits.set(name, (hits.get(name) ?? 0) + 1)
      proxy.plan(fault)
    }
  }
  void next()
  return {
    stop() {
      ended.abort()
      proxy.forget()
    },
  }
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}
