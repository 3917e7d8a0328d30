import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'

const require = createRequire(import.meta.url)
const { createNativeQueue } = require('./native-queue.js')

/** A native call that ends when the test says so. */
function call() {
  let end
  const ended = new Promise((resolve, reject) => {
    end = { well: resolve, badly: reject }
  })
  return { ended, ...end }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('native calls on one reader', () => {
  it('run one at a time, in order', async () => {
    const queue = createNativeQueue()
    const first = call()
    const order = []
    const one = queue.run(() => first.ended.then(() => order.push(1)))
    const two = queue.run(() => order.push(2))
    await turn()
    expect(order).toEqual([])
    first.well()
    await Promise.all([one, two])
    expect(order).toEqual([1, 2])
  })

  it('wait for a call that hangs even when its caller was told that it took too long', async () => {
    const queue = createNativeQueue()
    const hung = call()
    const told = queue.run((hold) => {
      void hold(hung.ended)
      throw new Error('too long')
    })
    await expect(told).rejects.toThrow('too long')
    let ran = false
    const next = queue.run(() => (ran = true))
    await turn()
    expect(ran).toBe(false)
    hung.badly(new Error('card gone'))
    await next
    expect(ran).toBe(true)
  })
})
