import { describe, expect, it } from 'vitest'
import { retyped, takenBack } from './retyped.ts'

const field = (text: string, start = text.length, end = start, room: number | null = null) => ({
  text,
  start,
  end,
  room,
})
const keys = (reader: string, person = '') => {
  const others = person.split('')
  return reader.split('').flatMap((key, index) => {
    const other = others[index]
    return [{ key, mine: true }, ...(other === undefined ? [] : [{ key: other, mine: false }])]
  })
}

describe('what a keyboard reader typed', () => {
  it('is taken back with the cursor where it was', () => {
    const before = field('aino@example', 4)
    expect(takenBack(before, keys('3220338716'), 'aino3220338716@example')).toEqual(before)
  })

  it('is taken back from a selection that it had overwritten', () => {
    const before = field('aino@example.com', 5, 12)
    expect(takenBack(before, keys('3220338716'), 'aino@3220338716.com')).toEqual(before)
  })

  it('leaves the characters that a person typed meanwhile', () => {
    const before = field('ai')
    const now = retyped(
      before,
      keys('322033', 'no').map(({ key }) => key),
    )
    expect(now.text).toBe('ai3n2o2033')
    expect(takenBack(before, keys('322033', 'no'), now.text)).toMatchObject({
      text: 'aino',
      start: 4,
    })
  })

  it('is taken back from a field that had no room for all of it', () => {
    const before = field('abc', 3, 3, 6)
    expect(takenBack(before, keys('322033'), 'abc322')).toEqual(before)
  })

  it('only moved the cursor where the number pad has no digits', () => {
    const before = field('aino', 2)
    const pad = Array.from({ length: 8 }, () => ({ key: 'End', mine: true }))
    expect(takenBack(before, pad, 'aino')).toEqual(before)
  })

  it('stays where the field has changed in another way', () => {
    expect(takenBack(field('ai'), keys('322033'), 'AI322033')).toBeNull()
  })
})
