import { describe, expect, it } from 'vitest'
import { factsLine, logFacts, logLines } from './log-facts.ts'

const secrets = /Miller|04C43BC21C2680|Bearer|hunter2/

describe('the facts of a log', () => {
  it('are the kind, the code and the place of an error, not its message or what it carries', () => {
    const error = Object.assign(new TypeError('Mrs Miller has 04C43BC21C2680'), {
      code: 'ERR_BAD_REQUEST',
      config: { headers: { authorization: 'Bearer hunter2' }, data: 'Miller' },
      cause: new Error('Miller'),
    })
    const facts = logFacts(error)
    expect(facts).toMatchObject({ kind: 'TypeError', code: 'ERR_BAD_REQUEST' })
    expect(facts['where']).toContain('log-facts.test.ts')
    expect(JSON.stringify(facts)).not.toMatch(secrets)
  })

  it('are numbers and words of a report, not texts', () => {
    const opId = '01890a5d-ac96-774b-bcce-b302099a8057'
    const report = {
      kind: 'item-troubled',
      opId,
      failures: 3,
      who: 'Miller',
      card: '04C43BC21C2680',
    }
    expect(logFacts(report)).toEqual({ kind: 'item-troubled', opId, failures: 3 })
    expect(logFacts({ kind: 'store-failed', error: new Error('Miller') })).toMatchObject({
      kind: 'Error',
    })
    expect([logFacts('Mrs Miller'), logFacts(null), logFacts(7)]).toEqual([
      { kind: 'string' },
      { kind: 'object' },
      { kind: 'number' },
    ])
  })

  it('come through the error output of another process, and nothing else of it does', () => {
    const line = factsLine('sync failed', new RangeError('Mrs Miller'))
    const thrown = `file.ts:3\n    throw new Error('Mrs Miller')\n    ^\n\nTypeError: Mrs Miller\n    at go (file.ts:3:9) {\n  token: 'Bearer hunter2'\n}`
    const shown = logLines(`${line}\n${thrown}`)
    expect(shown).toContain(line)
    expect(shown).toContain('TypeError (')
    expect(shown).toContain('    at go (file.ts:3:9) {')
    expect(shown).not.toMatch(secrets)
  })
})
