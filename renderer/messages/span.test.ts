import { expect, it } from 'vitest'
import { spanIn } from './span.ts'

it.each([
  [5, '5 minutes', '5 minuuttia'],
  [119, '119 minutes', '119 minuuttia'],
  [180, '3 hours', '3 tuntia'],
  [2879, '48 hours', '48 tuntia'],
  [14_400, '10 days', '10 päivää'],
])('%s minutes are "%s" and "%s"', (minutes, en, fi) => {
  expect(spanIn('en')(minutes)).toBe(en)
  expect(spanIn('fi')(minutes).replaceAll('\u00a0', ' ')).toBe(fi)
})
