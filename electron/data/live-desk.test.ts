import { describe, expect, it } from 'vitest'
import { ok } from '../../contracts/result.ts'
import { openDesk } from '../../tests/support/desk-database.ts'
import { person } from '../../tests/support/desk-people.ts'
import { createVirtualClock } from '../../tests/support/virtual-clock.ts'
import { createLiveDesk } from './live-desk.ts'

const idOf = (n: number) => `019ab000-0000-7000-8000-00000000000${n}`
const at = '2026-11-23T08:00:00.000Z'

function setUp() {
  const clock = createVirtualClock()
  const { store } = openDesk()
  const desk = createLiveDesk({
    identity: {
      cloudUrl: 'https://cloud.example',
      cloudId: idOf(1),
      demo: false,
      person: { id: idOf(2), email: 'ada@example.com', name: 'Ada' },
      account: { id: idOf(3), name: 'House A', role: 'account-admin' },
    },
    desk: { id: idOf(4), name: 'Front desk' },
    store,
    vault: {
      seal: () => Promise.resolve(ok(null)),
      open: () => Promise.resolve(ok(null)),
    },
    clock: {
      monotonicMs: clock.now,
      wallTime: () => at,
      random: () => 0.5,
      newId: () => idOf(9),
    },
    after: clock.after,
    saveToken: () => {},
    tokenKeepingChanged: () => {},
    forgetErased: () => {},
    clockOffMinutes: () => 180,
    onStatus: () => {},
    onPeople: () => {},
    onDirectory: () => {},
    log: (_message, error) => {
      throw error
    },
  })
  return { clock, store, desk }
}

describe('a desk that reaches no cloud', () => {
  it('forgets what was made and deleted again as soon as it cannot be undone', () => {
    const { clock, store, desk } = setUp()
    store.people.acceptCreate({ opId: idOf(4), fields: person(), at })
    store.people.acceptDeletes({ items: [{ opId: idOf(5), recordId: idOf(4) }], at })
    desk.hold([idOf(5)], 10_000)
    clock.move(9_999)
    expect(desk.unsent()).toBe(2)
    clock.move(2)
    expect(desk.unsent()).toBe(0)
  })

  it('tells of a wrong clock all the same', () => {
    expect(setUp().desk.status()).toMatchObject({ channel: 'sign-in-needed', clockOffMinutes: 180 })
  })

  it('has no link to tell, and asks for a sign-in where there is no token', async () => {
    const { desk } = setUp()
    expect(await desk.link(idOf(4))).toEqual({ ok: false, code: 'token.invalid' })
  })
})
