import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { controls, mutants } from './all.ts'
import { mutated } from './mutant.ts'

const root = path.resolve(import.meta.dirname, '../../..')

describe('a deliberate bug', () => {
  it.each([...mutants, ...controls])('has its place in the source: $name', ({ edits }) => {
    for (const edit of edits) {
      const source = readFileSync(path.join(root, edit.file), 'utf8')
      expect(mutated(source, edit)).not.toBe(source)
    }
  })

  it('whose place is gone or not the only one is refused', () => {
    const edit = { file: 'a.ts', find: 'x', put: 'y' }
    expect(() => mutated('abc', edit)).toThrow('exactly one')
    expect(() => mutated('x x', edit)).toThrow('exactly one')
  })
})
