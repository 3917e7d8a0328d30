import { expect, it, vi } from 'vitest'
import { createLog } from './log.ts'

it('tells of an error what it is and where, never what it says', () => {
  const written: string[] = []
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text))
    return true
  })
  const log = createLog(true)
  log.bug(new TypeError('Mrs Miller has the token abc123'))
  log.bug(Object.assign(new Error('Mrs Miller'), { code: 'SQLITE_FULL' }))
  log.bug('Mrs Miller')
  spy.mockRestore()
  const lines = written.map((text): unknown => JSON.parse(text))
  expect(lines).toMatchObject([
    { event: 'bug', kind: 'TypeError', where: expect.stringContaining('log.test.ts') },
    { event: 'database-trouble', kind: 'Error', code: 'SQLITE_FULL' },
    { event: 'bug', kind: 'string' },
  ])
  expect(written.join('')).not.toMatch(/Miller|abc123/)
})
