import { describe, expect, it } from 'vitest'
import { readers, runPart, summary } from './test-parts.mjs'

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

describe('a part with shards', () => {
  const node = { executable: process.execPath }
  const share = (code) => ['-e', code]

  it('has passed and failed what all of them have', async () => {
    const stats = (shard) => ({ expected: Number(shard[0]), unexpected: 0, flaky: 0 })
    const part = {
      name: 'shards-that-count',
      report: 'playwright',
      shards: 2,
      args: (file, _node, shard) => {
        const report = JSON.stringify(JSON.stringify({ stats: stats(shard), suites: [] }))
        return share(`require('node:fs').writeFileSync(${JSON.stringify(file)}, ${report})`)
      },
    }
    expect(await runPart(part, node, process.env)).toMatchObject({ passed: 3, failed: 0 })
  })

  it('has failed when one of them dies without a word', async () => {
    const part = {
      name: 'shards-that-die',
      report: 'playwright',
      shards: 2,
      args: (_file, _node, shard) => share(`process.exit(${shard === '2/2' ? 1 : 0})`),
    }
    expect(await runPart(part, node, process.env)).toMatchObject({ failed: 1 })
  })
})

describe('the summary', () => {
  it('tells what failed, and why, before the counts', () => {
    const failures = [{ file: 'a.test.ts', name: 'the desk keeps it', why: 'expected 1\nto be 2' }]
    const { lines } = summary([{ name: 'unit', passed: 10, failed: 1, seconds: 3, failures }])
    expect(lines.slice(0, 3)).toEqual([
      'FAILED a.test.ts › the desk keeps it',
      '    expected 1',
      '    to be 2',
    ])
  })

  it('ends with the sums alone on the last line', () => {
    const { lines, failed } = summary([
      { name: 'unit', passed: 10, failed: 0, seconds: 3 },
      { name: 'e2e', passed: 2, failed: 1, seconds: 30 },
    ])
    expect(lines.at(-1)).toBe('12 passed, 1 failed')
    expect(failed).toBe(1)
  })
})
