import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { VirtualCard } from '../support/virtual-card.mjs'
import { presentCard } from '../support/virtual-card.mjs'
import { type OpenDesk, openDesk } from '../e2e/desk.ts'
import { type FrontDesk, frontDesk } from '../e2e/front-desk.ts'

const folder = path.resolve(import.meta.dirname, '../../docs/pictures')

export type DemoDesk = OpenDesk & {
  readonly front: FrontDesk
  /** Writes docs/pictures/NAME.png. */
  readonly picture: (name: string, scheme?: 'light' | 'dark') => Promise<void>
}

/** The running parts of the story; `clear` ends them all, however the story ends. */
export function createStage() {
  const desks: OpenDesk[] = []
  const cards: VirtualCard[] = []

  async function takeCards(): Promise<void> {
    for (const card of cards.splice(0)) await card.remove()
  }

  return {
    async open(profile: string): Promise<DemoDesk> {
      const desk = await openDesk({ profile })
      desks.push(desk)
      await desk.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800),
      )
      return { ...desk, front: frontDesk(desk.page), picture: (...of) => take(desk, ...of) }
    },
    /** Lays a card on the reader, in place of the one that lies there. */
    async lay(uid: string): Promise<void> {
      await takeCards()
      cards.push(await presentCard({ uid }))
    },
    takeCards,
    async clear(): Promise<void> {
      await takeCards()
      for (const desk of desks) await desk.kill()
    },
  }
}
export type Stage = ReturnType<typeof createStage>

async function take({ page }: OpenDesk, name: string, scheme: 'light' | 'dark' = 'light') {
  mkdirSync(folder, { recursive: true })
  // Nothing lies under the mouse.
  await page.mouse.move(0, 0)
  await page.emulateMedia({ colorScheme: scheme })
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' })
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Old pictures of things that the story no longer shows must not stay behind. */
export function clearPictures(): void {
  rmSync(folder, { recursive: true, force: true })
}

/** Names and sizes in kilobytes. */
export function writtenPictures(): string[] {
  return readdirSync(folder)
    .toSorted()
    .map(
      (name) =>
        `docs/pictures/${name} (${Math.ceil(statSync(path.join(folder, name)).size / 1024)} kB)`,
    )
}
