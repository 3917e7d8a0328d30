import type { Page } from 'playwright'
import type { VirtualCard } from '../support/virtual-card.mjs'
import { type Desk, expect } from './story.ts'

declare global {
  interface Window {
    pressedKeys?: number
  }
}

/** Counts from now on what is pressed in this window. */
export function countKeys(page: Page) {
  return page.evaluate(() => {
    window.pressedKeys = 0
    const count = () => (window.pressedKeys = (window.pressedKeys ?? 0) + 1)
    window.addEventListener('keydown', count, { capture: true })
  })
}

export function pressedKeys(page: Page) {
  return page.evaluate(() => window.pressedKeys)
}

/** Ends the program at once while this card is answered, and starts it again; keys count from there. */
export async function killAtTap(desk: Desk, card: VirtualCard, open: () => Promise<Desk>) {
  await card.answered
  await desk.kill()
  await card.remove()
  const next = await open()
  await countKeys(next.page)
  await expect(next.front.reader).toContainText('Ready')
  return next
}
