import { expect, it } from 'vitest'
import { inGroups, readCode } from './second-factor.ts'

it.each([
  ['123456', { kind: 'app', digits: '123456' }],
  [' 123 456 ', { kind: 'app', digits: '123456' }],
  ['ABCD-EFGH-JKMN', { kind: 'recovery', letters: 'ABCDEFGHJKMN' }],
  ['abcd efgh jkmn', { kind: 'recovery', letters: 'ABCDEFGHJKMN' }],
  ['OIL0-1234-5678', { kind: 'recovery', letters: '011012345678' }],
])('reads %j as it was meant', (typed, code) => {
  expect(readCode(typed)).toEqual(code)
})

it.each(['', '12345', '1234567', 'ABCD-EFGH', 'ABCD-EFGH-JKM!', 'ÄBCD-EFGH-JKMN', '١٢٣٤٥٦'])(
  'takes %j for no code',
  (typed) => {
    expect(readCode(typed)).toBeNull()
  },
)

it('shows a recovery code in groups, and reads what it has shown', () => {
  expect(inGroups('ABCDEFGHJKMN')).toBe('ABCD-EFGH-JKMN')
  expect(readCode(inGroups('ABCDEFGHJKMN'))).toEqual({ kind: 'recovery', letters: 'ABCDEFGHJKMN' })
})
