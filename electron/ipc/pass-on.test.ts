import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { call, event } from '../../contracts/door.ts'
import { passOn } from './pass-on.ts'

const door = { desk: { ask: call(z.string(), z.string(), []), told: event(z.string()) } }

describe('passing on', () => {
  it('gives every event behind to the same name in front, and no call', () => {
    const heard: unknown[] = []
    const listeners: ((payload: string) => void)[] = []
    passOn(
      door,
      {
        desk: {
          ask: () => Promise.reject(new Error('nobody asked')),
          told: (listener) => {
            listeners.push(listener)
            return () => {}
          },
        },
      },
      { desk: { told: (payload) => heard.push(payload) } },
    )
    for (const tell of listeners) tell('news')
    expect(heard).toEqual(['news'])
  })
})
