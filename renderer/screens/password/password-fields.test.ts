import { expect, it } from 'vitest'
import { passwordProblem } from './password-fields.ts'

const good = { present: 'old', other: 'a long password', again: 'a long password' }

it('takes what the cloud takes', () => {
  expect(passwordProblem(good)).toBeNull()
  const shortest = 'x'.repeat(10)
  expect(passwordProblem({ ...good, other: shortest, again: shortest })).toBeNull()
})

it.each([
  [{ ...good, present: '' }, 'present'],
  [{ ...good, other: 'x'.repeat(9), again: 'x'.repeat(9) }, 'other'],
  [{ ...good, other: 'x'.repeat(1001), again: 'x'.repeat(1001) }, 'other'],
  [{ ...good, again: 'another password' }, 'again'],
  [{ present: '', other: '', again: '' }, 'present'],
] as const)('says of %j that the field %s comes first', (fields, field) => {
  expect(passwordProblem(fields)).toMatchObject({ field })
})
