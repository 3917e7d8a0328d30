import { describe, expect, it } from 'vitest'
import { createStoreUnderTest } from '../../tests/support/desk-store-under-test.ts'

describe('the queue as it is shown', () => {
  it('says of each operation what it waits for, in the order of the person', () => {
    const desk = createStoreUnderTest()
    const refused = desk.create({ firstName: 'Refused', cardId: '11111111' })
    desk.only()
    desk.settle({ opId: refused, kind: 'parked', problem: { code: 'forbidden' } })
    const behindIt = desk.update(refused, { organization: 'Desk' })
    const sending = desk.create({ firstName: 'Under', lastName: 'Way' })
    desk.only()
    const behind = desk.update(sending, { organization: 'Desk' })
    const turn = desk.create({ email: 'only@email.example' })

    expect(desk.outbox.waiting(null, 50)).toMatchObject([
      { opId: refused, name: 'Refused Salo', method: 'create', wait: 'attention' },
      { opId: behindIt, method: 'update', wait: 'behind-attention' },
      { opId: sending, name: 'Under Way', wait: 'sending' },
      { opId: behind, wait: 'behind' },
      { opId: turn, wait: 'turn' },
    ])
  })

  it('goes on after a place', () => {
    const desk = createStoreUnderTest()
    const all = Array.from({ length: 5 }, () => desk.create())
    const first = desk.outbox.waiting(null, 2)
    const second = desk.outbox.waiting(first.at(-1)?.seq ?? null, 2)
    expect([...first, ...second].map(({ opId }) => opId)).toEqual(all.slice(0, 4))
  })
})
