import { describe, expect, it } from 'vitest'
import { failures } from './failures.mjs'

describe('what failed', () => {
  it('is told by file, name and cause from a report of Vitest', () => {
    const red = '\u001B[31mexpected 1 to be 2\u001B[39m'
    const report = {
      testResults: [
        {
          name: '/clone/core/a.test.ts',
          status: 'failed',
          message: '',
          assertionResults: [
            { status: 'passed', fullName: 'the desk keeps it', failureMessages: [] },
            { status: 'failed', fullName: 'the desk sends it', failureMessages: [red] },
          ],
        },
      ],
    }
    expect(failures.vitest(report, '/clone')).toEqual([
      { file: 'core/a.test.ts', name: 'the desk sends it', why: 'expected 1 to be 2' },
    ])
  })

  it('is a file that could not be read at all, too', () => {
    const broken = { name: '/clone/b.test.ts', status: 'failed', message: 'no such module' }
    const report = { testResults: [{ ...broken, assertionResults: [] }] }
    expect(failures.vitest(report, '/clone')).toEqual([
      { file: 'b.test.ts', name: 'the file as a whole', why: 'no such module' },
    ])
  })

  it('is told with the names around it from a report of Playwright', () => {
    const story = (title, status, error) => ({ title, tests: [{ status, results: [{ error }] }] })
    const report = {
      suites: [
        {
          title: 'cards.e2e.ts',
          file: 'cards.e2e.ts',
          specs: [story('a tap is told', 'expected')],
          suites: [
            {
              title: 'the cards of a user',
              file: 'cards.e2e.ts',
              specs: [story('are lost', 'unexpected', { message: 'no such button' })],
            },
          ],
        },
      ],
    }
    expect(failures.playwright(report)).toEqual([
      { file: 'cards.e2e.ts', name: 'the cards of a user › are lost', why: 'no such button' },
    ])
  })
})
