import { describe, expect, it } from 'vitest'
import { createLoader } from './loader.ts'

const nothing = () => {}

describe('createLoader', () => {
  it('turns a burst of requests into one run now and one after it', async () => {
    let runs = 0
    let finish = nothing
    const request = createLoader(() => {
      runs++
      return new Promise((resolve) => (finish = resolve))
    })
    const done = request()
    void request()
    void request()
    expect(runs).toBe(1)
    finish()
    await Promise.resolve()
    await Promise.resolve()
    expect(runs).toBe(2)
    finish()
    await done
    expect(runs).toBe(2)
  })
})
