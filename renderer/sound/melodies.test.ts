import { describe, expect, it } from 'vitest'
import { loudness, melodies } from './melodies.ts'

const rises = (tone: keyof typeof melodies) => {
  const [first, last] = melodies[tone]
  return Math.sign((last?.pitch ?? 0) - (first?.pitch ?? 0))
}

describe('the sounds of a desk', () => {
  it('go up when it is done, stay for a warning, go down for a refusal', () => {
    expect([rises('done'), rises('warning'), rises('refused')]).toEqual([1, 0, -1])
  })

  it('are over before the next person in the queue has put a card down', () => {
    for (const notes of Object.values(melodies)) {
      expect(Math.max(...notes.map(({ at, length }) => at + length))).toBeLessThan(0.6)
    }
  })

  it('are silent when off, and never as loud as they could be', () => {
    expect(loudness.off).toBe(0)
    expect(loudness.quiet).toBeLessThan(loudness.normal)
    expect(loudness.normal).toBeLessThan(loudness.loud)
    expect(loudness.loud).toBeLessThan(0.5)
  })
})
