import { openDesk } from '../e2e/desk.ts'
import { frontDesk } from '../e2e/front-desk.ts'
import { layBarePage } from './bare-page.ts'
import { painted } from './painted.ts'

export type SendTimes = {
  /** From the press on Send to the frame that says "Saved on this computer". */
  readonly saved: number[]
  /** From a press to the frame in which a bare page says something. */
  readonly bare: number[]
}

const SENT = 60

/** On a profile in which somebody is signed in; the built app, in its real window. */
export async function measureSend(profile: string): Promise<SendTimes> {
  const desk = await openDesk({ profile })
  try {
    const front = frontDesk(desk.page)
    const said = desk.page.locator('output.form-sent')
    const times: SendTimes = { saved: [], bare: [] }
    // The first ones load what only a sent form needs.
    for (let sent = -3; sent < SENT; sent += 1) {
      const firstName = `Sent ${sent}`
      await front.fill({ email: `sent${sent}@example.com`, role: 'User', firstName })
      const saved = {
        event: 'click',
        says: 'this',
        text: `Saved on this computer: ${firstName}`,
      } as const
      const ms = await painted(said, saved, () => front.send.click())
      if (sent >= 0) times.saved.push(ms)
    }
    const bare = await layBarePage(desk.page)
    for (let press = 1; press <= SENT; press += 1) {
      const shown = { event: 'click', says: 'this', text: String(press) } as const
      times.bare.push(await painted(bare.said, shown, () => bare.button.click()))
    }
    return times
  } finally {
    await desk.kill()
  }
}
