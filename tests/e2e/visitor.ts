import path from 'node:path'
import { type Page, _electron as electron } from 'playwright'
import { expect } from 'playwright/test'
import { temporaryFolder } from '../support/cloud.ts'
import { definedEnvironment, electronPath } from './desk.ts'

const mainScript = path.resolve(import.meta.dirname, '../support/browser.mjs')

export type Browser = { readonly page: Page; readonly close: () => Promise<void> }

/** The browser of somebody who was invited: it knows nothing of the desk. */
export async function openBrowser(): Promise<Browser> {
  const folder = temporaryFolder('browser')
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await electron.launch({
    executablePath: electronPath(),
    args: [mainScript, `--user-data-dir=${folder}`, '--disable-gpu', '--lang=en', ...noSandbox],
    env: definedEnvironment(),
  })
  return { page: await app.firstWindow(), close: () => app.close() }
}

/** Fills in and sends the registration page that is shown. */
export async function completeRegistration(
  page: Page,
  name: { readonly firstName: string; readonly lastName: string },
): Promise<void> {
  await page.getByLabel('First name').fill(name.firstName)
  await page.getByLabel('Last name').fill(name.lastName)
  await page.getByLabel('Password', { exact: true }).fill('a long password')
  await page.getByLabel('Repeat password').fill('a long password')
  await page.getByRole('button', { name: 'Complete registration' }).click()
  await expect(page.getByRole('heading', { name: 'You are registered' })).toBeVisible()
}
