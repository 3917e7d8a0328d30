import { describe, expect, it } from 'vitest'
import { attack, together } from './campaign.ts'

const base = { firstSeed: 5, stride: 1, only: false, seconds: 1, tell: () => {} }

describe('a campaign', () => {
  it('runs seed after seed until the time is over', async () => {
    let time = 0
    const seeds: number[] = []
    const run = (seed: number) => {
      seeds.push(seed)
      time += 400
      return { accepted: 2, violations: [], hits: new Map([['send', 1]]) }
    }
    const findings = await attack({ run }, { ...base, stride: 2, now: () => time })
    expect(seeds).toEqual([5, 7, 9])
    expect(findings).toEqual({ runs: 3, accepted: 6, violations: 0, seed: 9, hits: { send: 3 } })
  })

  it('stops at the first broken promise and tells it', async () => {
    const told: string[] = []
    const run = (seed: number) => ({ accepted: 1, violations: seed === 6 ? ['I2 twice'] : [] })
    const tell = (line: string) => told.push(line)
    const findings = await attack({ run }, { ...base, now: () => 0, tell })
    expect(findings).toMatchObject({ violations: 1, seed: 6 })
    expect(told).toEqual(['I2 twice'])
  })

  it('is the sum of what is found side by side, with the seed that broke a promise', () => {
    const one = { runs: 10, accepted: 20, violations: 0, seed: 30, hits: { send: 1 } }
    const other = { runs: 3, accepted: 6, violations: 1, seed: 7, hits: { send: 2, settle: 1 } }
    expect(together([one, other])).toEqual({
      runs: 13,
      accepted: 26,
      violations: 1,
      seed: 7,
      hits: { send: 3, settle: 1 },
    })
  })
})
