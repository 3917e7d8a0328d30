import { once } from 'node:events'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'

const require = createRequire(import.meta.url)
const { PCSCLite } = require('./pcsc-lite.js')

const CHANGED = 2
const EMPTY = 0x10
const PRESENT = 0x20
const atr = Buffer.from('3B8180018080', 'hex')

/**
 * A PC/SC context that says what the test says, where virtual readers cannot go: they are never
 * unplugged. An Error rejects; without anything left to say it waits.
 */
function contextThatSays(...answers) {
  let more = () => {}
  const next = async () => {
    while (answers.length === 0) await new Promise((resolve) => (more = resolve))
    const answer = answers.shift()
    if (answer instanceof Error) throw answer
    return answer
  }
  return {
    waitForChange: next,
    say: (...further) => {
      answers.push(...further)
      more()
    },
    cancel: () => {
      answers.push(null)
      more()
    },
    close: () => {},
  }
}

const desk = (state, count = 0) => ({
  name: 'desk',
  state: (count << 16) | state,
  atr: state & PRESENT ? atr : null,
})

/** Everything that a reader says, in order. */
function listen(pcsc) {
  const heard = []
  pcsc.on('error', ({ code }) => heard.push(`error ${code}`))
  pcsc.on('service', ({ available }) => heard.push(available ? 'service' : 'no service'))
  pcsc.on('reader', (reader) => {
    heard.push(`reader ${reader.name}`)
    reader.on('status', ({ state }) => heard.push(state & PRESENT ? 'card' : 'empty'))
    reader.on('end', () => heard.push('end'))
  })
  return heard
}

describe('watching readers', () => {
  it('ends a reader that is pulled with a card in it, and tells that the card is gone', async () => {
    const context = contextThatSays([desk(PRESENT)])
    const pcsc = new PCSCLite(() => context)
    const heard = listen(pcsc)
    await once(pcsc, 'service')
    context.say([], [])
    await once(pcsc.readers['desk'], 'end')
    expect(heard).toEqual(['reader desk', 'card', 'service', 'empty', 'end'])
    expect(pcsc.readers).toEqual({})
    pcsc.close()
  })

  it('takes a card for another one when only the count of events moved', async () => {
    const context = contextThatSays([desk(PRESENT, 1)], [desk(PRESENT | CHANGED, 3)])
    const pcsc = new PCSCLite(() => context)
    const heard = listen(pcsc)
    await expect.poll(() => heard.length).toBe(5)
    expect(heard).toEqual(['reader desk', 'card', 'service', 'empty', 'card'])
    pcsc.close()
  })

  it('lists again, and is not lost, when a reader left before it was asked for', async () => {
    const context = contextThatSays([desk(EMPTY)], new Error('Unknown reader'), [])
    const pcsc = new PCSCLite(() => context)
    const heard = listen(pcsc)
    await expect.poll(() => heard.at(-1)).toBe('end')
    expect(heard).toEqual(['reader desk', 'empty', 'service', 'end'])
    pcsc.close()
  })

  it('tells once that there is no service, goes on trying, and finds it again', async () => {
    const context = contextThatSays([desk(EMPTY)])
    const failures = [1, 2].map(() => new Error('PC/SC service not running'))
    const pcsc = new PCSCLite(() => {
      const failure = failures.shift()
      if (failure) throw failure
      return context
    })
    const heard = listen(pcsc)
    await expect.poll(() => heard.at(-1), { timeout: 3000 }).toBe('service')
    expect(heard).toEqual([
      'no service',
      'error SCARD_E_NO_SERVICE',
      'reader desk',
      'empty',
      'service',
    ])
    pcsc.close()
  })
})
