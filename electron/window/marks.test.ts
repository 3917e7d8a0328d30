import { describe, expect, it } from 'vitest'
import { createMarks } from './marks.ts'

describe('marks', () => {
  it('are one line of JSON each', () => {
    const lines: string[] = []
    const mark = createMarks(true, (line) => lines.push(line))
    mark('painted')
    mark('shown', 'sign-in')
    expect(lines).toEqual(['{"mark":"painted"}\n', '{"mark":"shown","screen":"sign-in"}\n'])
  })

  it('are not written unless asked for', () => {
    const lines: string[] = []
    createMarks(false, (line) => lines.push(line))('painted')
    expect(lines).toEqual([])
  })
})
