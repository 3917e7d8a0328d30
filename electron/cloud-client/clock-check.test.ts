import { describe, expect, it } from 'vitest'
import { startFaultProxy } from '../../tests/support/fault-proxy.ts'
import { createClockCheck } from './clock-check.ts'
import { createCloudClient } from './create-cloud-client.ts'

const date = 'Wed, 25 Nov 2026 08:00:00 GMT'
const theirs = Date.parse(date)

function setUp(behindMinutes: number) {
  const wall = { ms: theirs - behindMinutes * 60_000 }
  let changes = 0
  const check = createClockCheck({ wallMs: () => wall.ms, changed: () => void (changes += 1) })
  return { check, wall, changes: () => changes }
}

describe("this computer's clock", () => {
  it.each([
    [180, 180],
    [-1440, -1440],
    [5, 5],
    [4, null],
    [-4, null],
  ])('that is %s minutes behind is told as %s', (behind, told) => {
    const { check } = setUp(behind)
    check.heard(date)
    expect(check.offMinutes()).toBe(told)
  })

  it('is told once, and again when it is set right', () => {
    const { check, wall, changes } = setUp(60)
    check.heard(date)
    check.heard(date)
    wall.ms += 30_000
    check.heard(date)
    expect(changes()).toBe(1)
    wall.ms = theirs
    check.heard(date)
    expect(check.offMinutes()).toBeNull()
    expect(changes()).toBe(2)
  })

  it('is not judged by nonsense', () => {
    const { check } = setUp(60)
    check.heard(null)
    check.heard('soon')
    expect(check.offMinutes()).toBeNull()
  })

  it('is compared with answers of a cloud, over plain HTTP too, and with no other', async () => {
    const proxy = await startFaultProxy()
    const heard: (string | null)[] = []
    const client = createCloudClient({
      baseUrl: proxy.url,
      fetch,
      desk: 'test',
      onDate: (given) => void heard.push(given),
    })
    const reply = (headers: Readonly<Record<string, string>>) =>
      ({ kind: 'reply', status: 500, headers: { date, ...headers } }) as const
    proxy.plan(reply({}), reply({ 'tapdesk-api': '1' }))
    await client.health({})
    expect(heard).toEqual([])
    await client.health({})
    expect(heard).toEqual([date])
    await proxy.close()
  })
})
