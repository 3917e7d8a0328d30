import { describe, expect, it } from 'vitest'
import { stopInReverse } from './quit.ts'

const never = () => () => {}

describe('stopping', () => {
  it('goes in reverse, one after the other', async () => {
    const order: string[] = []
    const part = (name: string) => ({
      stop: async () => {
        await Promise.resolve()
        order.push(name)
      },
    })
    await stopInReverse([part('data'), part('window'), part('reader')], 900, never, () => {})
    expect(order).toEqual(['reader', 'window', 'data'])
  })

  it('goes on when a part fails, and logs it', async () => {
    const order: string[] = []
    const logged: string[] = []
    await stopInReverse(
      [{ stop: () => void order.push('data') }, { stop: () => Promise.reject(new Error('stuck')) }],
      900,
      never,
      (message) => logged.push(message),
    )
    expect(order).toEqual(['data'])
    expect(logged).toEqual(['stopping failed'])
  })

  it('leaves behind what does not stop in time', async () => {
    const limits: (() => void)[] = []
    const stopped = stopInReverse(
      [{ stop: () => new Promise<void>(() => {}) }],
      900,
      (_ms, run) => {
        limits.push(run)
        return () => {}
      },
      () => {},
    )
    limits.forEach((run) => run())
    expect(await stopped).toBeUndefined()
  })
})
