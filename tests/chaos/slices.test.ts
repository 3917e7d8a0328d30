import { describe, expect, it } from 'vitest'
import { attack } from './campaign.ts'
import { layers } from './layers.ts'

const seconds: Readonly<Record<keyof typeof layers, number>> = { sim: 4, property: 3 }

describe('a short attack on what is promised', { timeout: 120_000 }, () => {
  it.each(Object.entries(layers))('%s finds nothing broken', async (name, load) => {
    const layer = await load()
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
})
