import { describe, expect, it } from 'vitest'
import { attack } from './campaign.ts'
import { ioLayer } from './io.ts'
import { layers } from './layers.ts'
import { huntAll } from './mutants.ts'
import { mutants } from './mutants/all.ts'

const seconds: Readonly<Record<string, number>> = {
  sim: 4,
  property: 3,
  power: 1,
  io: 1,
  net: 3,
  kill: 1,
  'hand-over': 1,
  desks: 1,
  'desks-postgres': 1,
}

describe('a short attack on what is promised', { timeout: 120_000 }, () => {
  it.each(Object.keys(seconds))('%s finds nothing broken', async (name) => {
    const layer = await layers[name]?.()
    if (layer === undefined) throw new Error(`no layer ${name}`)
    const told: string[] = []
    const findings = await attack(layer, {
      firstSeed: 1,
      stride: 1,
      only: false,
      seconds: seconds[name] ?? 3,
      now: () => performance.now(),
      tell: (line) => told.push(line),
    })
    await layer.stop?.()
    expect({ violations: findings.violations, told }).toEqual({ violations: 0, told: [] })
    expect(findings.accepted).toBeGreaterThan(0)
  })

  it('leaves a file free after an opening that failed half-way', async () => {
    expect((await ioLayer.run(405_897)).violations).toEqual([])
  })

  it('catches deliberate bugs', async () => {
    const quick =
      /in flight$|was applied$|can be taken back$|that they have registered$|take over the same$/
    const some = mutants.filter(({ name }) => quick.test(name))
    expect(some).toHaveLength(5)
    expect((await huntAll(some, 1)).violations).toEqual([])
  })

  it('knows bugs of every kind', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBeGreaterThanOrEqual(19)
  })
})
