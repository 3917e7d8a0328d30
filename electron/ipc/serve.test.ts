import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { call, event } from '../../contracts/door.ts'
import { askChannel } from '../../contracts/channels.ts'
import { ok } from '../../contracts/result.ts'
import { serve } from './serve.ts'

const door = {
  cards: {
    count: call(z.strictObject({ holder: z.strictObject({ id: z.uuid() }) }), z.int(), ['no-one']),
    burn: call(z.undefined(), z.undefined(), []),
    changed: event(z.undefined()),
  },
}
// The door asks its own `isTrustedSender` about the event and nothing else.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const nobody = {} as never
const id = '01890a5d-ac96-774b-bcce-b302099a8057'

function opened(trusted = true, isOpen: (path: unknown) => boolean = () => true) {
  const asked: string[] = []
  const logged: string[] = []
  const handlersByChannel = new Map<string, (event: never, ...values: unknown[]) => unknown>()
  const close = serve(
    door,
    {
      cards: {
        count: ({ holder }) => {
          asked.push(holder.id)
          return ok(3)
        },
        burn: () => {
          throw new Error('out of wood')
        },
      },
    },
    {
      ipcMain: {
        handle: (channel, handler) => void handlersByChannel.set(channel, handler),
        removeHandler: (channel) => void handlersByChannel.delete(channel),
      },
      isTrustedSender: () => trusted,
      isOpen,
      log: (message) => logged.push(message),
    },
  )
  const ask = async (path: unknown, input?: unknown) =>
    await handlersByChannel.get(askChannel)?.(nobody, path, input)
  return { ask, asked, logged, close }
}

describe('serve', () => {
  it('hands parsed input to the handler and its result back', async () => {
    const { ask, asked } = opened()
    expect(await ask('cards.count', { holder: { id } })).toEqual({ ok: true, value: 3 })
    expect(asked).toEqual([id])
  })

  it('answers an untrusted sender with forbidden and never reaches a handler', async () => {
    const { ask, asked } = opened(false)
    expect(await ask('cards.count', { holder: { id } })).toEqual({ ok: false, code: 'forbidden' })
    expect(asked).toEqual([])
  })

  it.each([['cards.steal'], ['cards.changed'], ['toString'], ['__proto__.x'], [7], [undefined]])(
    'refuses %j, which the door does not have as a call',
    async (path) => {
      expect(await opened().ask(path)).toEqual({ ok: false, code: 'malformed', field: 'call' })
    },
  )

  it.each([
    [undefined, 'input'],
    ['text', 'input'],
    [{ holder: { id: 'x' } }, 'holder.id'],
    [{ holder: { id }, extra: 1 }, 'input'],
  ])('names the field of malformed input %j', async (input, field) => {
    const { ask, asked } = opened()
    expect(await ask('cards.count', input)).toEqual({ ok: false, code: 'malformed', field })
    expect(asked).toEqual([])
  })

  it('answers an exception with unavailable, logs it once and tells nothing of it', async () => {
    const { ask, logged } = opened()
    expect(await ask('cards.burn')).toEqual({ ok: false, code: 'unavailable' })
    expect(logged).toEqual(['cards.burn failed'])
  })

  it('answers locked and never reaches a handler while the lock is on that path', async () => {
    const { ask, asked } = opened(true, (path) => path !== 'cards.count')
    expect(await ask('cards.count', { holder: { id } })).toEqual({ ok: false, code: 'locked' })
    expect(asked).toEqual([])
    expect(await ask('cards.burn')).toEqual({ ok: false, code: 'unavailable' })
  })

  it('keeps back what was asked before the desk was locked and is answered after it', async () => {
    let locked = false
    const { ask, asked } = opened(true, () => !locked)
    const answer = ask('cards.count', { holder: { id } })
    locked = true
    expect(await answer).toEqual({ ok: false, code: 'locked' })
    expect(asked).toEqual([id])
  })

  it('answers nothing any more once it is closed', async () => {
    const { ask, close } = opened()
    close()
    expect(await ask('cards.burn')).toBeUndefined()
  })
})
