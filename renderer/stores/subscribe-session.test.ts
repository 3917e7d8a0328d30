import { describe, expect, it } from 'vitest'
import { type Result, fail, ok } from '../../contracts/result.ts'
import type { DoorCode } from '../../contracts/door.ts'
import type { SessionView } from '../../core/session.ts'
import { useSession } from './session.ts'
import { createSessionSubscription } from './subscribe-session.ts'
import { useView } from './view.ts'

const signedOut: SessionView = { state: 'signed-out', cloudUrl: '', email: 'a@b.fi', waiting: [] }

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

describe('createSessionSubscription', () => {
  it('asks until the process behind the door has started', async () => {
    const answers: Result<SessionView, DoorCode>[] = [fail('unavailable'), fail('unavailable')]
    const subscription = createSessionSubscription({
      screenBefore: () => null,
      session: {
        get: () => Promise.resolve(answers.shift() ?? ok(signedOut)),
        changed: () => () => undefined,
      },
      first: null,
      pause: () => Promise.resolve(),
    })
    subscription.start()
    await settled()
    subscription.stop()
    expect(useSession.getState()).toEqual(signedOut)
    expect(useView.getState()).toEqual({ screen: 'sign-in' })
  })

  it('believes news more than a late answer', async () => {
    const late: ((answer: Result<SessionView, DoorCode>) => void)[] = []
    const listeners: ((view: SessionView) => void)[] = []
    const subscription = createSessionSubscription({
      screenBefore: () => null,
      session: {
        get: () => new Promise((resolve) => late.push(resolve)),
        changed: (listener) => {
          listeners.push(listener)
          return () => undefined
        },
      },
      first: null,
      pause: () => Promise.resolve(),
    })
    subscription.start()
    listeners[0]?.(signedOut)
    late[0]?.(ok({ state: 'starting' }))
    await settled()
    subscription.stop()
    expect(useSession.getState()).toEqual(signedOut)
  })

  it('shows at once what came with the page, until it is told otherwise', async () => {
    const first: SessionView = { state: 'signed-out', cloudUrl: '', email: 'old@b.fi', waiting: [] }
    const subscription = createSessionSubscription({
      screenBefore: () => null,
      session: { get: () => Promise.resolve(ok(signedOut)), changed: () => () => undefined },
      first,
      pause: () => Promise.resolve(),
    })
    subscription.start()
    expect(useSession.getState()).toEqual(first)
    expect(useView.getState()).toEqual({ screen: 'sign-in' })
    await settled()
    subscription.stop()
    expect(useSession.getState()).toEqual(signedOut)
  })
})
