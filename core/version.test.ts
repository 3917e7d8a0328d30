import { expect, it } from 'vitest'
import { isNewer } from './version.ts'

it.each([
  ['1.10.0', '1.9.9', true],
  ['2.0.0', '1.99.0', true],
  ['1.0.1', '1.0', true],
  ['1.0.0', '1.0.0', false],
  ['1.0.0-beta.2', '1.0.0', false],
  ['0.9.0', '1.0.0', false],
])('%s after %s: %s', (version, than, newer) => {
  expect(isNewer(version, than)).toBe(newer)
})
