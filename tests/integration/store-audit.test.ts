import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStoreLife } from '../support/store-life.ts'
import { storeStep } from '../support/store-step.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

describe('a store through any sequence of wishes, answers, pages, decisions and restarts', () => {
  it('keeps its promises at every step', () => {
    fc.assert(
      fc.property(fc.array(storeStep, { maxLength: 60, size: 'max' }), (steps) => {
        const life = createStoreLife(':memory:')
        for (const step of steps) expect(life.take(step)).toEqual([])
        life.close()
      }),
      { numRuns: 200 },
    )
  }, 180_000)

  it('keeps them in a file that is closed and opened again in between', () => {
    fc.assert(
      fc.property(fc.array(storeStep, { minLength: 20, maxLength: 60, size: 'max' }), (steps) => {
        const life = createStoreLife(path.join(temporaryFolder(), 'desk.db'))
        for (const step of steps) expect(life.take(step)).toEqual([])
        life.close()
      }),
      { numRuns: 10 },
    )
  }, 180_000)
})
