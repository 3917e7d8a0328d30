import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { createOf } from '../support/cloud-desk.ts'
import { cloudUnderTest } from './cloud-under-test.ts'
import { pull } from '../support/pull.ts'
import { fuzz } from './fuzz/campaign.ts'

/** A short slice unless more is asked for; see `npm run contract -- --fuzz`. */
const asked = z
  .object({
    CONTRACT_CALLS: z.coerce.number().default(1600),
    CONTRACT_SEED: z.coerce.number().default(Date.now() % 1_000_000),
  })
  .parse(process.env)
const wish = { calls: asked.CONTRACT_CALLS, seed: asked.CONTRACT_SEED }
/** Slower than any machine. */
const timeout = 60_000 + wish.calls * 100

const cloud = await cloudUnderTest()

describe('a cloud that is asked anything', () => {
  it(
    'answers as the contract says and the policy allows, and with no mistake of its own',
    { timeout },
    async () => {
      const answers = await fuzz(cloud, wish)
      const counted = Object.fromEntries([...answers].toSorted(([a], [b]) => a.localeCompare(b)))
      const items = /: item /
      const calls = [...answers].reduce((sum, [key, n]) => (items.test(key) ? sum : sum + n), 0)
      console.log(JSON.stringify({ seed: wish.seed, calls, answers: counted }))
      expect(calls).toBeGreaterThanOrEqual(wish.calls)
    },
  )

  it('is whole afterwards: snapshot, feed and digest agree', async () => {
    const after = await cloud.signIn()
    // Invitations are still being mailed, each of which is a change: compared is what stays the same meanwhile.
    await vi.waitFor(
      async () => {
        const { changes, cursor } = await pull(after)
        const { records } = await after.snapshot()
        const digest = await after.digest()
        const living = changes.filter(({ deleted }) => !deleted)
        expect(digest).toMatchObject({ cursor, count: living.length })
        const byId = living.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        expect(records).toEqual(byId.slice(0, records.length))
      },
      { timeout: 25_000, interval: 50 },
    )
  })
})

const typeable = fc
  .string({ unit: 'binary', maxLength: 30 })
  .filter((text) => !/[\0\p{Cs}]/u.test(text))

it('answers what it was given with every field a person can type', async () => {
  // A long campaign outlives what signed in before it.
  const desk = await cloud.signIn()
  await fc.assert(
    fc.asyncProperty(typeable, typeable, async (firstName, organization) => {
      const [result] = await desk.send(createOf({ firstName: `x${firstName}`, organization }))
      const state = result?.outcome === 'applied' ? result.change.state : null
      const stored = (await desk.snapshot(before(result?.opId ?? ''))).records[0]
      expect(stored?.state).toEqual(state)
      expect(state?.firstName).toBe(`x${firstName}`.trim())
    }),
    { numRuns: 50 },
  )
})

/** The id just before, so that the next page begins with the record itself. */
function before(id: string): string {
  const last = Number.parseInt(id.slice(-12), 16) - 1
  return id.slice(0, -12) + last.toString(16).padStart(12, '0')
}
