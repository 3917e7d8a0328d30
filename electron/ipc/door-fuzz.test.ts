import { anything, assert, asyncProperty } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answering, Call, Event } from '../../contracts/door.ts'
import { eachEntry, mapGroups } from '../../contracts/face.ts'
import { type Ipc, ipc } from '../../contracts/ipc.ts'
import { ok } from '../../contracts/result.ts'
import { createDoorServer } from './door-server.ts'

const calls: { path: string; call: Call }[] = []
eachEntry<Call | Event>(ipc, (entry, path) => {
  if (entry.kind === 'call') calls.push({ path, call: entry })
})

describe('every call of the window', () => {
  it.each(calls)(
    '$path lets only what its schema accepts reach the handler',
    async ({ path, call }) => {
      const answering = mapGroups<Answering<Ipc>>(ipc, () => () => ok('reached'))
      const answer = createDoorServer(ipc, answering, () => {})
      await assert(
        asyncProperty(anything({ withNullPrototype: true, withBigInt: true }), async (input) => {
          const result = await answer(path, input)
          const accepted = call.input.safeParse(input).success
          expect(result.ok).toBe(accepted)
          expect(result.ok || result.code).toBe(accepted || 'malformed')
        }),
        { numRuns: 200 },
      )
    },
  )
})
