import { z } from 'zod'
import { expireTokens } from '../support/cloud-evidence.ts'
import { startCloudProcess } from '../support/cloud-process.ts'
import { temporaryFolder } from '../support/cloud.ts'
import { startOpenIdProvider } from '../support/openid-provider.ts'
import { type Desk, expect, test } from './story.ts'

/** What the program wanted to open; the browser of the test goes there instead of the system's. */
async function takeOverBrowser({ app }: Desk) {
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = (url) => Promise.resolve(void opened.push(url))
  })
  return async (nth: number): Promise<string> => {
    const read = async () =>
      z
        .array(z.string())
        .parse(await app.evaluate((): unknown => Reflect.get(globalThis, 'opened')))
    await expect.poll(async () => (await read()).length).toBe(nth)
    return (await read())[nth - 1] ?? ''
  }
}

test('somebody signs in in the browser, says no first, and is at their desk', async ({
  open,
  visit,
}) => {
  const provider = await startOpenIdProvider()
  const { issuer, clientId, name } = provider.options
  const openId = ['--openid-issuer', issuer, '--openid-client', clientId, '--openid-name', name]
  const dataDir = temporaryFolder('cloud')
  const cloud = await startCloudProcess({ dataDir, more: openId })
  provider.account('demo', cloud.demo?.email ?? '')
  const desk = await open()
  const { front, page } = desk
  const opened = await takeOverBrowser(desk)
  const withHouse = front.button('Sign in with House ID')

  await test.step('the way is offered once the address is known', async () => {
    await expect(withHouse).toBeHidden()
    await front.field('Cloud address').fill(cloud.url)
    await front.field('Email').focus()
    await expect(withHouse).toBeVisible()
  })
  await test.step('called off, and refused in the browser', async () => {
    await withHouse.click()
    await opened(1)
    await expect(page.getByText(/^Your browser shows House ID\./)).toBeVisible()
    await front.button('Stop waiting').click()
    await expect(withHouse).toBeEnabled()
    await withHouse.click()
    const browser = await visit(await opened(2))
    await browser.getByRole('button', { name: 'Cancel' }).click()
    await expect(browser.getByRole('heading')).toHaveText('Nobody was signed in')
    await expect(front.alert).toHaveText(/^The sign-in was refused or stopped in the browser/)
  })
  await test.step('signed in', async () => {
    await withHouse.click()
    const browser = await visit(await opened(3))
    await browser.getByRole('textbox', { name: 'Account' }).fill('demo')
    await browser.getByRole('button', { name: 'Continue' }).click()
    await browser.getByRole('button', { name: 'Continue' }).click()
    await expect(browser.getByRole('heading')).toHaveText('Go back to Tapdesk')
    await expect(front.send).toBeVisible()
    await expect(front.sync).toContainText('Up to date')
  })
  await test.step('and again, where the sign-in has ended', async () => {
    expireTokens(dataDir)
    await front.syncNow()
    await withHouse.click()
    const browser = await visit(await opened(4))
    await browser.getByRole('button', { name: 'Continue' }).click()
    await expect(withHouse).toBeHidden()
    await expect(front.sync).toContainText('Up to date')
  })
  await cloud.end()
  await provider.stop()
})
