import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { type TestInfo, test as base } from 'playwright/test'
import { temporaryFolder } from '../support/cloud.ts'
import { type OwnCloud, createOwnCloud } from '../support/own-cloud.ts'
import { type Pcscd, startPcscd } from '../support/pcscd.ts'
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts'
import { type PresentOptions, type VirtualCard, presentCard } from '../support/virtual-card.mjs'
import { type OpenDesk, type OpenOptions, openDesk } from './desk.ts'
import { type FrontDesk, frontDesk } from './front-desk.ts'
import { type Browser, openBrowser } from './visitor.ts'

export { expect } from 'playwright/test'

export type Desk = OpenDesk & { readonly front: FrontDesk }

type Fixtures = {
  /** A smart-card service with two virtual readers, for this story alone. */
  readonly pcscd: Pcscd
  /** Lays a card on a reader of that service; at the end of the story all are taken away. */
  readonly lay: (card: PresentOptions) => Promise<VirtualCard>
  /** A mail server that keeps what the cloud sends. */
  readonly sink: SmtpSink
  /** The reference cloud as a process of its own, with the demo account. */
  readonly cloud: OwnCloud
  /** A profile folder; the same one again is a restart. */
  readonly profile: string
  /** Opens an address in the browser of somebody who was invited. */
  readonly visit: (url: string) => Promise<Page>
  /** Starts the app, on the story's profile unless told otherwise; at the end it is ended. */
  readonly open: (options?: Partial<OpenOptions>) => Promise<Desk>
}

// oxlint-disable no-empty-pattern -- Playwright reads the names that it needs from the pattern
export const test = base.extend<Fixtures>({
  pcscd: async ({}, use) => {
    const pcscd = await startPcscd()
    await use(pcscd)
    await pcscd.stop()
  },
  lay: async ({ pcscd: _running }, use) => {
    const cards: VirtualCard[] = []
    await use(async (options) => {
      const card = await presentCard(options)
      cards.push(card)
      return card
    })
    for (const card of cards) await card.remove()
  },
  sink: async ({}, use) => {
    const sink = await startSmtpSink()
    await use(sink)
    await sink.stop()
  },
  cloud: async ({ sink }, use) => {
    const cloud = await createOwnCloud({ smtpUrl: sink.url })
    await use(cloud)
    await cloud.stop()
  },
  profile: async ({}, use) => use(temporaryFolder('profile')),
  visit: async ({}, use) => {
    const browsers: Browser[] = []
    await use(async (url) => {
      const browser = browsers[0] ?? (await openBrowser())
      browsers[0] = browser
      await browser.page.goto(url)
      return browser.page
    })
    for (const browser of browsers) await browser.close()
  },
  open: async ({ profile }, use, testInfo) => {
    const opened: { desk: Desk; profile: string }[] = []
    await use(async (options = {}) => {
      const all = { profile, ...options }
      const desk = await openDesk(all)
      const withFront = { ...desk, front: frontDesk(desk.page) }
      opened.push({ desk: withFront, profile: all.profile })
      return withFront
    })
    for (const each of opened) {
      if (testInfo.status !== testInfo.expectedStatus) await keepTraces(each, testInfo)
      await each.desk.kill()
    }
  },
})

/** What the window showed and what the program noted, beside the report of a story that failed. */
async function keepTraces(each: { desk: Desk; profile: string }, testInfo: TestInfo) {
  const log = path.join(each.profile, 'logs', 'main.log')
  await copyFile(log, testInfo.outputPath('main.log')).catch(() => {})
  if (each.desk.page.isClosed()) return
  const picture = testInfo.outputPath('window.png')
  await each.desk.page.screenshot({ path: picture }).catch(() => {})
}
