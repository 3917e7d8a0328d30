import type { Page } from 'playwright'

declare global {
  interface Window {
    playedTones?: number[]
  }
}

/** The tones that the window plays from now on, in hertz. */
export async function listenToTones(page: Page) {
  await page.evaluate(() => {
    const played: number[] = []
    window.playedTones = played
    globalThis.AudioContext = class extends AudioContext {
      override createOscillator() {
        const voice = super.createOscillator()
        // It gets its pitch right after it is made.
        queueMicrotask(() => played.push(voice.frequency.value))
        return voice
      }
    }
  })
  return () => page.evaluate(() => window.playedTones ?? [])
}
