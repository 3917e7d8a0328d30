import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createFarewell } from './farewell.ts'
import { wordsFor } from './words.ts'

const idle = {
  channel: 'offline',
  reason: null,
  sending: 0,
  attention: 0,
  lastSyncAt: null,
  since: null,
  retryInMs: null,
  clockOffMinutes: null,
} as const

/** Electron's events without its windows; the dialog is answered with `response`. */
function setUp(response: 0 | 1) {
  const app = new EventEmitter()
  const window = new EventEmitter()
  const asked: string[] = []
  let quit = 0
  let tell = (_waiting: number) => {}
  const deps = {
    app: Object.assign(app, { quit: () => void (quit += 1) }),
    dialog: {
      showMessageBox: (_window: unknown, options: { message: string }) => {
        asked.push(options.message)
        return Promise.resolve({ response, checkboxChecked: false })
      },
    },
    sync: {
      changed: (listener: (status: object) => void) => {
        tell = (waiting) => listener({ ...idle, waiting })
        return () => {}
      },
    },
    productName: 'Tapdesk',
    words: () => wordsFor('en', 'en'),
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only events of Electron's are used
  createFarewell(deps as unknown as Parameters<typeof createFarewell>[0])
  app.emit('browser-window-created', {}, window)
  return {
    app,
    asked,
    unsent: (count: number) => tell(count),
    quits: () => quit,
    /** Returns whether the window stays open. */
    close: async () => {
      let kept = false
      window.emit('close', { preventDefault: () => (kept = true) })
      await Promise.resolve()
      await Promise.resolve()
      return kept
    },
  }
}

describe('closing the window', () => {
  it('asks nothing when everything has reached the cloud', async () => {
    const { close, asked, unsent } = setUp(0)
    unsent(2)
    unsent(0)
    expect(await close()).toBe(false)
    expect(asked).toEqual([])
  })

  it('tells how much has not, and stays open', async () => {
    const { close, asked, unsent, quits } = setUp(0)
    unsent(2)
    expect(await close()).toBe(true)
    expect(asked).toEqual(['2 changes have not reached the cloud yet.'])
    expect(quits()).toBe(0)
  })

  it('quits when the person wants to', async () => {
    const { close, unsent, quits } = setUp(1)
    unsent(1)
    await close()
    expect(quits()).toBe(1)
  })

  it('never keeps the system waiting', async () => {
    const { app, close, asked, unsent } = setUp(0)
    unsent(1)
    app.emit('before-quit')
    expect(await close()).toBe(false)
    expect(asked).toEqual([])
  })
})
