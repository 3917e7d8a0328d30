import { expect, it } from 'vitest'
import { attack } from './campaign.ts'
import { createReaderLayer } from './reader.ts'

it('a short attack on the readers misses no card, and shows none wrong or twice', async () => {
  const layer = createReaderLayer()
  const told: string[] = []
  const findings = await attack(layer, {
    firstSeed: 1,
    stride: 1,
    only: false,
    seconds: 8,
    now: () => performance.now(),
    tell: (line) => told.push(line),
  })
  await layer.stop?.()
  expect({ violations: findings.violations, told }).toEqual({ violations: 0, told: [] })
  // Two cards at the end of every run.
  expect(findings.accepted).toBe(findings.runs * 2)
}, 60_000)
