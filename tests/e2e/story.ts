import { type Pcscd, startPcscd } from '../support/pcscd.ts'
import { temporaryFolder } from '../support/cloud.ts'
import { type CloudProcess, startCloudProcess } from '../support/cloud-process.ts'
import { test as base } from 'playwright/test'
import { type FrontDesk, frontDesk } from './front-desk.ts'
import { type OpenDesk, makeProfile, openDesk } from './desk.ts'

export { expect } from 'playwright/test'

export type Desk = OpenDesk & { readonly front: FrontDesk }

type Fixtures = {
  /** A smart-card service with two virtual readers, for this story alone. */
  readonly pcscd: Pcscd
  /** The reference cloud as a process of its own, with the demo account. */
  readonly cloud: CloudProcess
  /** A profile folder; the same one again is a restart. */
  readonly profile: string
  /** Starts the app on the story's profile; whatever still runs at the end is ended. */
  readonly open: (env?: Record<string, string>) => Promise<Desk>
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names it needs from the pattern
  pcscd: async ({}, use) => {
    const pcscd = await startPcscd()
    await use(pcscd)
    await pcscd.stop()
  },
  // oxlint-disable-next-line no-empty-pattern
  cloud: async ({}, use) => {
    const cloud = await startCloudProcess({ dataDir: temporaryFolder('cloud') })
    await use(cloud)
    await cloud.end()
  },
  // oxlint-disable-next-line no-empty-pattern
  profile: async ({}, use) => {
    const { folder, remove } = await makeProfile()
    await use(folder)
    await remove()
  },
  open: async ({ profile }, use, testInfo) => {
    const opened: Desk[] = []
    await use(async (env = {}) => {
      const desk = await openDesk({ profile, env })
      const withFront = { ...desk, front: frontDesk(desk.page) }
      opened.push(withFront)
      return withFront
    })
    for (const desk of opened) {
      const failed = testInfo.status !== testInfo.expectedStatus
      if (failed && !desk.page.isClosed()) {
        const path = testInfo.outputPath('window.png')
        await desk.page.screenshot({ path }).catch(() => {})
      }
      await desk.kill()
    }
  },
})

/** A cloud that is away and comes back has the same address and the same data. */
export async function restartCloud(cloud: CloudProcess, dataDir: string): Promise<CloudProcess> {
  return startCloudProcess({ dataDir, port: Number(new URL(cloud.url).port) })
}
