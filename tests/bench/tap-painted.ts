import type { ElectronApplication } from 'playwright'
import { openDesk } from '../e2e/desk.ts'
import { type FrontDesk, frontDesk } from '../e2e/front-desk.ts'
import { presentCard } from '../support/virtual-card.mjs'

export type PaintedTimes = {
  /** From the UID in main to the frame that shows it in Card ID. */
  readonly painted: number[]
  /** From asking for a frame to having it: what any change on the screen takes. */
  readonly frames: number[]
}

declare global {
  // In milliseconds since the epoch, which is the clock that two processes have in common.
  var tapTimes: Record<string, number>
}

const TAPS = 40

/** Taps cards on the built app with an empty profile, signed in to the built-in cloud. Needs a pcscd. */
export async function measurePainted(profile: string): Promise<PaintedTimes> {
  const desk = await openDesk({ profile })
  try {
    const front = frontDesk(desk.page)
    await front.tryDemo()
    await front.cardId.waitFor()
    await noteInMain(desk.app)
    const times: PaintedTimes = { painted: [], frames: [] }
    for (let tap = 0; tap < TAPS; tap += 1) {
      times.painted.push(await tapOnce(desk.app, front, uidOf(tap)))
      times.frames.push(await desk.page.evaluate(frame))
    }
    return times
  } finally {
    await desk.kill()
  }
}

async function tapOnce(app: ElectronApplication, front: FrontDesk, uid: string): Promise<number> {
  await front.cardId.fill('')
  const shown = front.cardId.evaluate(paintedWith, uid)
  const card = await presentCard({ uid })
  const painted = await shown
  const known = await app.evaluate((_electron, wanted) => globalThis.tapTimes[wanted], uid)
  await card.remove()
  if (known === undefined) throw new Error(`${uid} was never in main`)
  return painted - known
}

/** Notes when main hands a tap to the window. */
export async function noteInMain(app: ElectronApplication) {
  await app.evaluate(({ BrowserWindow }) => {
    globalThis.tapTimes = {}
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents) throw new Error('there is no window')
    const send = contents.send.bind(contents)
    contents.send = (channel: string, ...args: unknown[]) => {
      const payload: unknown = args.at(-1)
      if (typeof payload === 'object' && payload !== null && 'uid' in payload) {
        globalThis.tapTimes[String(payload.uid)] = performance.timeOrigin + performance.now()
      }
      send(channel, ...args)
    }
  })
}

/** The end of the first frame in which the field has this value. */
function paintedWith(field: Element, wanted: string): Promise<number> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => resolve(performance.timeOrigin + performance.now()))
    port1.start()
    const look = () => {
      const isThere = field instanceof HTMLInputElement && field.value === wanted
      if (isThere) port2.postMessage(null)
      else requestAnimationFrame(look)
    }
    look()
  })
}

export function frame(): Promise<number> {
  const asked = performance.now()
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - asked)))
  })
}

function uidOf(tap: number): string {
  return `04${tap.toString(16).padStart(2, '0').toUpperCase()}1122334480`
}
