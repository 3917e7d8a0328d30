import { describe, expect, it } from 'vitest'
import { fail } from '../../core/outcome.ts'
import { createEngineUnderTest } from '../support/engine-under-test.ts'

/** More than one batch holds, the first of them under way. */
function sending(people = 150) {
  const desk = createEngineUnderTest()
  const ids = Array.from({ length: people }, () => desk.create())
  const first = desk.askedFor('batch')
  return { desk, ids, first, counts: () => desk.store.outbox.counts() }
}

describe('while a batch is under way', () => {
  it('the next one is made ready, and sent before the first is settled', () => {
    const { desk, first, counts } = sending()
    expect(desk.engine().meanwhile()).toBe(true)
    expect(desk.engine().meanwhile()).toBe(false)
    desk.reply(first)
    expect(counts()).toEqual({ ready: 0, inflight: 150, parked: 0 })
    const second = desk.askedFor('batch')
    expect(second.items).toHaveLength(50)
    expect(desk.engine().meanwhile()).toBe(true)
    expect(counts()).toEqual({ ready: 0, inflight: 50, parked: 0 })
    desk.reply(second)
    expect(counts()).toEqual({ ready: 0, inflight: 0, parked: 0 })
  })

  it('nothing is lost when nobody ever works meanwhile', () => {
    const { desk, ids, first } = sending()
    desk.reply(first)
    desk.settle()
    expect(ids.map((id) => desk.evidence().outcomes.get(id))).toEqual(ids.map(() => 'applied'))
  })

  it('what shares a record with it is not made ready', () => {
    const { desk, ids } = sending(1)
    desk.update(ids[0] ?? '', { organization: 'Later' })
    expect(desk.engine().meanwhile()).toBe(false)
  })

  it('what was made ready waits again when the way breaks, and what is known is kept', () => {
    const { desk, ids, first, counts } = sending()
    desk.engine().meanwhile()
    desk.reply(first)
    desk.refuse(desk.askedFor('batch'), fail('network'))
    expect(counts()).toEqual({ ready: 50, inflight: 0, parked: 0 })
    expect(desk.evidence().outcomes.get(ids[0] ?? '')).toBe('applied')
  })

  it('what was made ready waits again when the first batch is lost', () => {
    const { desk, first, counts } = sending()
    desk.engine().meanwhile()
    desk.refuse(first, fail('network'))
    expect(counts()).toEqual({ ready: 150, inflight: 0, parked: 0 })
  })

  it('working offline settles what is known and lets go of what was not sent', () => {
    const { desk, first, counts } = sending(250)
    desk.engine().meanwhile()
    desk.reply(first)
    const second = desk.askedFor('batch')
    desk.engine().meanwhile()
    desk.engine().meanwhile()
    desk.engine().setPaused(true)
    expect(counts()).toEqual({ ready: 50, inflight: 100, parked: 0 })
    desk.reply(second)
    expect(counts()).toEqual({ ready: 50, inflight: 0, parked: 0 })
  })

  it('a disk that fails costs a repetition under the same keys, and nothing else', () => {
    const { desk, ids, first } = sending()
    desk.engine().meanwhile()
    desk.reply(first)
    const second = desk.askedFor('batch')
    desk.disk.fails = true
    expect(desk.engine().meanwhile()).toBe(false)
    desk.reply(second)
    desk.disk.fails = false
    for (let n = 0; n < 5; n += 1) {
      desk.sleep(60_000)
      desk.settle()
    }
    expect(ids.map((id) => desk.evidence().outcomes.get(id))).toEqual(ids.map(() => 'applied'))
    expect(desk.cloud.evidence.applied).toHaveLength(ids.length)
    expect(desk.cloud.evidence.reusedKeys).toEqual([])
  })

  it('a program that dies then sends all of it again, and the cloud does it once', () => {
    const { desk, ids, first } = sending()
    desk.engine().meanwhile()
    desk.reply(first)
    desk.askedFor('batch')
    desk.restart()
    desk.settle()
    expect(ids.map((id) => desk.evidence().outcomes.get(id))).toEqual(ids.map(() => 'applied'))
    expect(desk.cloud.evidence.applied).toHaveLength(ids.length)
  })
})
