import { describe, expect, it } from 'vitest'
import { readers, summary } from './test-parts.mjs'

describe('the counts of a runner', () => {
  it('are what it reports', () => {
    expect(readers.vitest({ numPassedTests: 5, numFailedTests: 1 })).toEqual({
      passed: 5,
      failed: 1,
    })
  })

  it('take a flaky end-to-end test for a failed one', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }
    expect(readers.playwright({ stats })).toEqual({ passed: 3, failed: 2 })
  })
})

describe('the summary', () => {
  it('ends with the sums alone on the last line', () => {
    const { lines, failed } = summary([
      { name: 'unit', passed: 10, failed: 0, seconds: 3 },
      { name: 'e2e', passed: 2, failed: 1, seconds: 30 },
    ])
    expect(lines.at(-1)).toBe('12 passed, 1 failed')
    expect(failed).toBe(1)
  })
})
