import { describe, expect, it } from 'vitest'
import { fail } from '../../core/outcome.ts'
import { createEngineUnderTest } from '../support/engine-under-test.ts'

const heldMs = 10_000

/** A desk at rest with one record in the cloud, and its deletion held back. */
function setUp() {
  const desk = createEngineUnderTest()
  const id = desk.create()
  desk.settle()
  const opId = desk.erase(id)
  desk.holds().hold([opId], heldMs)
  const gone = () => desk.cloud.living().length === 0
  return { desk, id, opId, gone }
}

describe('an operation that can be taken back', () => {
  it('is not sent before its time, whatever is done meanwhile, and then by itself', () => {
    const { desk, gone } = setUp()
    for (const why of ['accepted', 'online', 'sync-now', 'focus'] as const) {
      desk.engine().nudge(why)
      desk.settle()
    }
    expect(gone()).toBe(false)
    expect(desk.status()).toMatchObject({ channel: 'idle', waiting: 1 })
    expect(desk.engine().next().wakeInMs).toBe(heldMs)
    desk.sleep(heldMs - 1)
    desk.settle()
    expect(gone()).toBe(false)
    desk.sleep(1)
    desk.settle()
    expect(gone()).toBe(true)
  })

  it('keeps nobody else waiting', () => {
    const { desk } = setUp()
    const other = desk.create({ firstName: 'Grace' })
    desk.settle()
    expect(desk.evidence().outcomes.get(other)).toBe('applied')
  })

  it('goes at once when it is released', () => {
    const { desk, opId, gone } = setUp()
    desk.holds().release([opId])
    desk.settle()
    expect(gone()).toBe(true)
  })

  it('goes at once after a restart', () => {
    const { desk, gone } = setUp()
    desk.restart()
    desk.settle()
    expect(gone()).toBe(true)
  })

  it('is not what a probe risks while the cloud is in trouble', () => {
    const { desk, opId } = setUp()
    const other = desk.create({ firstName: 'Grace' })
    for (let n = 0; n < 3; n += 1) desk.refuse(desk.askedFor('batch'), fail('network'))
    // More time has passed than it is held for.
    desk.holds().hold([opId], heldMs)
    desk.engine().nudge('sync-now')
    const { items } = desk.askedFor('batch')
    expect(items).toHaveLength(1)
    expect(items[0]).toContain(other)
  })
})
