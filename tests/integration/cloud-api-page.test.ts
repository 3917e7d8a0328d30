import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { cloudApi } from '../../contracts/cloud-api.ts'

const root = new URL('../../', import.meta.url)
const read = (file: string) => readFileSync(fileURLToPath(new URL(file, root)), 'utf8')

type Duty = {
  readonly number: number
  readonly text: string
  readonly proofs: readonly { readonly file: string; readonly title: string }[]
}

/** The numbered rules of the page, each with the tests in its list. */
function dutiesOf(page: string): Duty[] {
  return page.split(/^(?=\d+\. )/m).flatMap((part) => {
    const [, number] = /^(\d+)\. /.exec(part) ?? []
    if (number === undefined) return []
    const own = part.split(/^#/m)[0] ?? ''
    const proofs = [...own.matchAll(/^ +- `([^`]+)`: (.+(?:\n {4,}(?!-).+)*)$/gm)].map(
      ([, file = '', title = '']) => ({ file, title: title.replace(/\s+/g, ' ') }),
    )
    return [{ number: Number(number), text: own.split(/^ +- `/m)[0] ?? '', proofs }]
  })
}

/** Whether a test of this very title is in the file, and is not skipped. */
function isTested({ file, title }: Duty['proofs'][number]): boolean {
  const path = fileURLToPath(new URL(file, root))
  if (!file.endsWith('.test.ts') || !existsSync(path)) return false
  const text = read(file)
  return [`'${title}'`, `"${title}"`].some((quoted) =>
    new RegExp(String.raw`(\bit|\))\(\s*${escaped(quoted)}`).test(text),
  )
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const duties = dutiesOf(read('docs/cloud-api.md'))

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
