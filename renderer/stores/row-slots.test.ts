import { describe, expect, it } from 'vitest'
import { noSlots, slotsFor } from './row-slots.ts'

describe('slotsFor', () => {
  const first = slotsFor(noSlots, ['a', 'b', 'c'])

  it('lets another page take over the lines, in their order', () => {
    const second = slotsFor(first, ['d', 'e', 'f', 'g'])
    expect([...second.slotById.values()]).toEqual([0, 1, 2, 3])
    expect([...slotsFor(second, ['a']).slotById]).toEqual([['a', 0]])
  })

  it('never gives the line of somebody to another while anybody stays in view', () => {
    const { slotById } = slotsFor(first, ['c', 'new', 'a'])
    expect([...slotById]).toEqual([
      ['c', 2],
      ['new', 3],
      ['a', 0],
    ])
  })

  it('gives each record a line of its own, whatever comes', () => {
    let slots = first
    for (const ids of [['b', 'x'], ['y', 'z', 'w'], ['w', 'a', 'b', 'c'], ['q']]) {
      slots = slotsFor(slots, ids)
      expect(new Set(slots.slotById.values()).size).toBe(ids.length)
    }
  })
})
