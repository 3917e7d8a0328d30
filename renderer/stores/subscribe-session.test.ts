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
      session: {
        get: () => Promise.resolve(answers.shift() ?? ok(signedOut)),
        changed: () => () => undefined,
      },
      pause: () => Promise.resolve(),
    })
    subscription.start()
    await settled()
    subscription.stop()
    expect(useSession.getState()).toEqual(signedOut)
    expect(useView.getState()).toEqual({ screen: 'sign-in' })
  })

  it('believes news more than a late answer', async () => {
    let answer: (view: Result<SessionView, DoorCode>) => void = () => undefined
    let tell: (view: SessionView) => void = () => undefined
    const subscription = createSessionSubscription({
      session: {
        get: () => new Promise((resolve) => (answer = resolve)),
        changed: (listener) => {
          tell = listener
          return () => undefined
        },
      },
      pause: () => Promise.resolve(),
    })
    subscription.start()
    tell(signedOut)
    answer(ok({ state: 'starting' }))
    await settled()
    subscription.stop()
    expect(useSession.getState()).toEqual(signedOut)
  })
})
