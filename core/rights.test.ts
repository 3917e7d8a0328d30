import { describe, expect, it } from 'vitest'
import { type Right, granted, right } from './rights.ts'

const id = (n: number) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`
const door: Right = {
  id: id(1),
  target: { kind: 'resource', id: id(2) },
  from: null,
  until: null,
  scheduleId: null,
}

describe('a right', () => {
  it('may begin and end, in this order', () => {
    const [early, late] = ['2027-01-01T00:00:00Z', '2027-01-01T00:00:00.001Z']
    const within = (from: string | null, until: string | null) =>
      right.safeParse({ ...door, from, until }).success
    expect([within(early, late), within(null, early), within(late, null)]).toEqual([
      true,
      true,
      true,
    ])
    expect([within(late, early), within(early, early)]).toEqual([false, false])
  })
})

describe('more groups and rights', () => {
  it('are added to those there are, each once', () => {
    const other = { ...door, id: id(3) }
    const has = { groups: ['a', 'b'], rights: [door] }
    expect(granted(has, { addGroups: ['b', 'c'], addRights: [other, other] })).toEqual({
      groups: ['a', 'b', 'c'],
      rights: [door, other],
    })
  })

  it('replace a right of the same id', () => {
    const longer = { ...door, until: '2028-01-01T00:00:00Z' }
    const has = { groups: [], rights: [door] }
    expect(granted(has, { addGroups: [], addRights: [longer] }).rights).toEqual([longer])
  })
})
