import { describe, expect, it } from 'vitest'
import { bulkLimit } from '../../core/bulk.ts'
import { type Selection, shareSelected, withSelected } from './selection.ts'

const nobody: Selection = { ids: new Set(), full: false }
const many = Array.from({ length: bulkLimit }, (_, index) => `id-${index}`)

describe('withSelected', () => {
  it('adds to what other pages have, and takes away', () => {
    const both = withSelected(withSelected(nobody, ['a'], true), ['b'], true)
    expect([...both.ids]).toEqual(['a', 'b'])
    expect([...withSelected(both, ['a'], false).ids]).toEqual(['b'])
  })

  it('never holds more than one step may touch, and says so', () => {
    const full = withSelected(nobody, many, true)
    expect(full).toMatchObject({ full: false })
    const more = withSelected(full, ['one more'], true)
    expect(more.ids.size).toBe(bulkLimit)
    expect(more.full).toBe(true)
    expect(withSelected(more, ['id-0'], false).full).toBe(false)
  })

  it('does not complain about what is selected already', () => {
    expect(withSelected(withSelected(nobody, many, true), ['id-0'], true).full).toBe(false)
  })
})

describe('shareSelected', () => {
  it('looks at the rows of the page alone', () => {
    const { ids } = withSelected(nobody, ['a', 'elsewhere'], true)
    expect(shareSelected({ ids }, ['a'])).toBe('all')
    expect(shareSelected({ ids }, ['a', 'b'])).toBe('some')
    expect(shareSelected({ ids }, ['b'])).toBe('none')
    expect(shareSelected({ ids }, [])).toBe('none')
  })
})
