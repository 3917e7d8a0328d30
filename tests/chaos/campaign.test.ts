import { describe, expect, it } from 'vitest'
import { runCampaign } from './campaign.ts'

const base = { layer: 'sim', firstSeed: 5, only: false, seconds: 1, tell: () => {} }

describe('a campaign', () => {
  it('runs seed after seed until the time is over', () => {
    let time = 0
    const seeds: number[] = []
    const run = (seed: number) => {
      seeds.push(seed)
      time += 400
      return { accepted: 2, violations: [] }
    }
    const verdict = runCampaign({ ...base, run, now: () => time })
    expect(seeds).toEqual([5, 6, 7])
    expect(verdict).toEqual({ layer: 'sim', runs: 3, accepted: 6, violations: 0, seed: 7 })
  })

  it('stops at the first broken promise and tells how to repeat it', () => {
    const told: string[] = []
    const run = (seed: number) => ({ accepted: 1, violations: seed === 6 ? ['I2 twice'] : [] })
    const verdict = runCampaign({ ...base, run, now: () => 0, tell: (line) => told.push(line) })
    expect(verdict).toMatchObject({ violations: 1, seed: 6 })
    expect(told).toEqual(['I2 twice', 'Repeat it with: npm run chaos -- --layer sim --seed 6'])
  })
})
