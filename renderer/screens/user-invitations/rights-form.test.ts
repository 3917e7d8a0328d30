import { describe, expect, it } from 'vitest'
import { type Directory, emptyDirectory } from '../../../core/directory.ts'
import { right } from '../../../core/rights.ts'
import {
  type RightsForm,
  blankRights,
  rightsOf,
  rightsProblems,
  toggled,
  withoutSchedules,
} from './rights-form.ts'

const door = { kind: 'resource', id: '0198a000-0000-7000-8000-000000000001' } as const
const floor = { kind: 'resource-group', id: '0198a000-0000-7000-8000-000000000002' } as const
const newId = () => '0198a000-0000-7000-8000-00000000000a'
const chosen: RightsForm = toggled(toggled(blankRights, door), floor)

describe('rightsProblems', () => {
  it('asks for something to give rights to', () => {
    expect(rightsProblems(blankRights)).toEqual({ targets: 'no-target' })
    expect(rightsProblems(toggled(chosen, door))).toEqual({})
    expect(rightsProblems(toggled(toggled(chosen, door), floor))).toEqual({ targets: 'no-target' })
  })

  it('lets the end be after the beginning only', () => {
    const from = '2026-12-01T08:00'
    expect(rightsProblems({ ...chosen, from, until: from })).toEqual({
      until: 'until-before-from',
    })
    expect(rightsProblems({ ...chosen, from, until: '2026-12-01T08:01' })).toEqual({})
    expect(rightsProblems({ ...chosen, until: from })).toEqual({})
  })

  it('names a moment that is none', () => {
    expect(rightsProblems({ ...chosen, from: 'soon' })).toEqual({ from: 'from-missing' })
  })

  it('keeps to what one operation may add', () => {
    const targets = new Map(
      Array.from({ length: 101 }, (_, index) => [`${index}`, { ...door, id: `${index}` }]),
    )
    expect(rightsProblems({ ...chosen, targets })).toEqual({ targets: 'too-many' })
  })
})

describe('rightsOf', () => {
  it('makes a right of each target, within the same limits, in UTC', () => {
    const form = { ...chosen, from: '2026-12-01T08:00', until: '2026-12-24T16:00' }
    const made = rightsOf(form, newId) ?? []
    expect(made.map((each) => right.parse(each).target)).toEqual([door, floor])
    expect(made[1]).toMatchObject({
      from: new Date(2026, 11, 1, 8).toISOString(),
      until: new Date(2026, 11, 24, 16).toISOString(),
      scheduleId: null,
    })
  })

  it('makes nothing of a form with a fault', () => {
    expect(rightsOf(blankRights, newId)).toBeNull()
  })
})

describe('withoutSchedules', () => {
  const directory: Directory = {
    ...emptyDirectory,
    resources: [{ id: door.id, name: 'Door', location: '' }],
    resourceGroups: [{ id: floor.id, name: 'Floor', description: '', schedules: false }],
  }

  it('names the resource group that stands in the way', () => {
    expect(withoutSchedules(chosen, directory)).toBe('Floor')
    expect(withoutSchedules(toggled(chosen, floor), directory)).toBeNull()
  })
})
