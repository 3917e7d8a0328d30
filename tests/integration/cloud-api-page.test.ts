import { describe, expect, it } from 'vitest'
import { cloudApi } from '../../contracts/cloud-api.ts'
import { type Proof, isTested, proofsIn, readInProject } from '../support/page-proofs.ts'

type Duty = {
  readonly number: number
  readonly text: string
  readonly proofs: readonly Proof[]
}

/** The numbered rules of the page, each with the tests in its list. */
function dutiesOf(page: string): Duty[] {
  return page.split(/^(?=\d+\. )/m).flatMap((part) => {
    const [, number] = /^(\d+)\. /.exec(part) ?? []
    if (number === undefined) return []
    const own = part.split(/^#/m)[0] ?? ''
    return [{ number: Number(number), text: own.split(/^ +- `/m)[0] ?? '', proofs: proofsIn(own) }]
  })
}

const duties = dutiesOf(readInProject('docs/cloud-api.md'))

describe('the page of the cloud API', () => {
  it('numbers its duties without a gap, and says in each what a cloud must do', () => {
    expect(duties.map(({ number }) => number)).toEqual(duties.map((_, index) => index + 1))
    expect(duties.length).toBeGreaterThan(50)
    expect(duties.filter(({ text }) => !text.includes('MUST'))).toEqual([])
  })

  it.each(duties)('has a test that proves duty $number', ({ proofs }) => {
    expect(proofs.length).toBeGreaterThan(0)
    expect(proofs.filter((proof) => !isTested(proof))).toEqual([])
  })

  it.each(Object.keys(cloudApi))('has a duty of %s', (endpoint) => {
    const named = duties.filter(({ text }) => text.includes(`\`${endpoint}\``))
    expect(named.map(({ number }) => number)).not.toEqual([])
  })

  it('would notice a test that is gone or has another title', () => {
    const [duty] = dutiesOf('1. A cloud MUST.\n\n   - `tests/contract/batch.test.ts`: is gone\n')
    expect(duty?.proofs.map(isTested)).toEqual([false])
    expect(isTested({ file: 'tests/contract/none.test.ts', title: 'is gone' })).toBe(false)
  })
})
