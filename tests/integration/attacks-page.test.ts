import { describe, expect, it } from 'vitest'
import { isTested, proofsIn, readInProject } from '../support/page-proofs.ts'

/** Every heading of the page with the tests below it. */
const attacks = readInProject('docs/attacks.md')
  .split(/^## /m)
  .slice(1)
  .map((part) => ({ name: part.split('\n')[0] ?? '', proofs: proofsIn(part) }))

describe('the page of attacks', () => {
  it('names them', () => {
    expect(attacks.length).toBeGreaterThan(8)
  })

  it.each(attacks)('has a test for: $name', ({ proofs }) => {
    expect(proofs.length).toBeGreaterThan(0)
    expect(proofs.filter((proof) => !isTested(proof))).toEqual([])
  })

  it('would notice a test that is gone or has another title', () => {
    const [proof] = proofsIn('- `tests/integration/attacks-page.test.ts`: is gone\n')
    expect(proof && isTested(proof)).toBe(false)
    expect(isTested({ file: 'tests/e2e/none.e2e.ts', title: 'is gone' })).toBe(false)
  })
})
