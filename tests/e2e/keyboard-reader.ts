import type { Page } from 'playwright/test'

export type ReaderTyping = {
  /** Milliseconds between two keys. */
  readonly gap?: number
  readonly ending?: 'Enter' | 'Tab' | null
  /** What the system's layout makes of a digit. */
  readonly layout?: (digit: string) => string
  /** A key of a person that falls between those of the reader, held as a finger holds it. */
  readonly person?: { readonly key: string; readonly after: number }
}

type KeyEvent = {
  readonly at: number
  readonly type: 'keyDown' | 'keyUp'
  readonly key: string
  readonly code: string
}

/** A keyboard reader: real key events, sent at their time and not one by one as they are answered. */
export async function connectKeyboardReader(page: Page) {
  const session = await page.context().newCDPSession(page)

  async function send({ at, type, key, code }: KeyEvent, startedAt: number) {
    const text = key === 'Enter' ? '\r' : key
    // By its place: the codes of many characters are those of keys that move the cursor or delete.
    const windowsVirtualKeyCode = virtualKeys[code] ?? code.codePointAt(code.length - 1) ?? 0
    // Seconds, as the keyboard's driver would have noted them.
    const timestamp = (startedAt + at) / 1000
    const named = { type, key, code, windowsVirtualKeyCode, timestamp }
    const typing = type === 'keyDown' && key !== 'Tab' ? { text } : {}
    await session.send('Input.dispatchKeyEvent', { ...named, ...typing })
  }

  return {
    /** Resolves when the last key was let go of. */
    async type(text: string, typing: ReaderTyping = {}) {
      const events = eventsOf(text, typing)
      const start = performance.now()
      const startedAt = Date.now()
      const sent: Promise<void>[] = []
      for (const event of events) {
        // Timers are too coarse for a reader's gaps.
        while (performance.now() - start < event.at) await new Promise(setImmediate)
        sent.push(send(event, startedAt))
      }
      await Promise.all(sent)
    },
  }
}

const virtualKeys: Readonly<Record<string, number>> = { Enter: 13, Tab: 9 }

function eventsOf(text: string, typing: ReaderTyping): KeyEvent[] {
  const { gap = 8, ending = 'Enter', layout = (digit) => digit, person } = typing
  const keys = [...text.split('').map(layout), ...(ending === null ? [] : [ending])]
  const codes = [...text.split(''), ...(ending === null ? [] : [ending])].map(codeOf)
  const reader = keys.flatMap((key, index) => stroke(key, codes[index] ?? '', index * gap, gap / 2))
  const other =
    person === undefined
      ? []
      : stroke(person.key, codeOf(person.key), (person.after + 0.75) * gap, 90)
  return [...reader, ...other].toSorted((one, two) => one.at - two.at)
}

function stroke(key: string, code: string, at: number, hold: number): KeyEvent[] {
  return [
    { at, type: 'keyDown', key, code },
    { at: at + hold, type: 'keyUp', key, code },
  ]
}

function codeOf(key: string): string {
  if (/^\d$/.test(key)) return `Digit${key}`
  return /^[A-Za-z]$/.test(key) ? `Key${key.toUpperCase()}` : key
}
