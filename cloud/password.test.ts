import { expect, it } from 'vitest'
import { createPasswordCheck, hashPassword } from './password.ts'

it('takes its time for somebody unknown too', async () => {
  const check = createPasswordCheck()
  const known = await hashPassword('a long password')
  await check(null, 'warm')
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  for (let nth = 0; nth < 7; nth += 1) {
    times.known.push(await timeOf(() => check(known, 'wrong')))
    times.unknown.push(await timeOf(() => check(null, 'wrong')))
  }
  const ratio = Math.min(...times.unknown) / Math.min(...times.known)
  expect(ratio).toBeGreaterThan(1 / 3)
  expect(ratio).toBeLessThan(3)
  expect(await check(known, 'a long password')).toBe(true)
  expect(await check(null, 'a long password')).toBe(false)
})

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
