import { readFileSync } from 'node:fs'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { type CrewReport, crewOptions, order } from './crew-messages.ts'
import { type RoamingDesk, openRoamingDesk } from './roaming-desk.ts'

const records = z.array(z.tuple([z.string(), z.string()]))

/** Between two looks of a desk at what it still has to do; each asks the cloud, which many desks share. */
const lookMs = (desks: number) => 100 * Math.max(1, desks / 4)
const limitMs = 600_000

/** A process of its own: `node crew.ts OPTIONS`, a file of them, works at several desks. */
const [optionsFile] = process.argv.slice(2)
await work(optionsFile ?? '')

async function work(file: string) {
  const { desks: given, items } = crewOptions.parse(JSON.parse(readFileSync(file, 'utf8')))
  const desks = given.map(openRoamingDesk)
  const until = waiting(lookMs(desks.length))
  await Promise.all(desks.map((desk) => act(desk, items)))
  await asked('acted', 'settle')
  await Promise.all(desks.map((desk) => until(() => desk.settle())))
  const agreement = await asked('settled', 'agree')
  if (agreement.kind !== 'agree') return
  const expected = new Map(records.parse(JSON.parse(readFileSync(agreement.file, 'utf8'))))
  const violations: string[] = []
  for (const [nth, desk] of desks.entries()) {
    await until(() => desk.settle() && isDeepStrictEqual(desk.digest(), agreement.digest), 60_000)
    violations.push(...judged(desk, expected).map((line) => `desk ${nth}: ${line}`))
  }
  const applied = desks.flatMap(({ evidence }) =>
    [...evidence().outcomes].flatMap(([opId, outcome]) => (outcome === 'applied' ? [opId] : [])),
  )
  const accepted = desks.reduce((sum, desk) => sum + desk.accepted.size, 0)
  await Promise.all(desks.map((desk) => desk.close()))
  // It is long: whoever leaves before it has gone out has not told it.
  await report({ kind: 'agreed', accepted, applied, violations })
  process.disconnect()
}

/** Everything that people do, with the sync at work in between. */
async function act(desk: RoamingDesk, items: number) {
  for (let tries = 0; desk.accepted.size < items && tries < items * 20; tries += 1) {
    desk.act()
    await pause(1)
  }
}

function judged(desk: RoamingDesk, expected: ReadonlyMap<string, string>): readonly string[] {
  const found: string[] = []
  const here = desk.records()
  const ids = [...new Set([...here.keys(), ...expected.keys()])]
  const different = ids.filter((id) => here.get(id) !== expected.get(id))
  if (different.length > 0) {
    found.push(`${different.length} records differ from the cloud, ${different[0]} first`)
  }
  const { outcomes, queued } = desk.evidence()
  const lost = [...desk.accepted].filter((opId) => !outcomes.has(opId))
  if (lost.length > 0) found.push(`I1 ${lost.length} operations have no outcome, ${lost[0]} first`)
  if (queued.size > 0) found.push(`I7 ${queued.size} operations still wait`)
  return [...found, ...desk.bugs.map((bug) => `an exception: ${String(bug)}`)]
}

function waiting(everyMs: number) {
  return async (done: () => boolean, patienceMs = limitMs) => {
    const end = performance.now() + patienceMs
    for (;;) {
      if (done()) return true
      if (performance.now() > end) return false
      await pause(everyMs)
    }
  }
}

async function asked(kind: 'acted' | 'settled', next: z.infer<typeof order>['kind']) {
  const answer = message()
  await report({ kind })
  const told = order.parse(await answer)
  if (told.kind !== next) throw new Error(`asked to ${told.kind} after ${kind}`)
  return told
}

async function message(): Promise<unknown> {
  const [told] = await once(process, 'message')
  return told
}

function report(told: CrewReport): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(told, undefined, undefined, (error) => (error ? reject(error) : resolve()))
  })
}
