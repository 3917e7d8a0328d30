import { existsSync } from 'node:fs'
import path from 'node:path'
import { expireTokens } from '../support/cloud-evidence.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { expectOnce } from './exactly-once.ts'
import { expect, test } from './story.ts'

test('a sign-in that fails says why in one sentence and changes nothing', async ({
  cloud,
  open,
  profile,
}) => {
  const { front, page } = await open()
  const anything = { email: cloud.demo.email, password: 'wrong' }
  const web = await startFaultProxy()

  await test.step('wrong password', async () => {
    await front.trySignIn({ url: cloud.url, ...anything })
    await expect(front.alert).toHaveText(
      'This email and password do not belong together; nothing was changed. Try again.',
    )
    await expect(front.field('Email')).toHaveValue(cloud.demo.email)
  })
  await test.step('something else than a cloud', async () => {
    await front.trySignIn({ url: web.url, ...anything })
    await expect(front.alert).toHaveText(
      /^Another page answers at this address, not a Tapdesk cloud\. /,
    )
    await web.close()
  })
  await test.step('nobody at that address', async () => {
    await front.trySignIn({ url: web.url, ...anything })
    await expect(front.alert).toHaveText(
      'The cloud does not answer; what is on this computer is safe. Check the network or the address and try again.',
    )
  })
  await test.step('not an address', async () => {
    await front.trySignIn({ url: 'ftp://cloud', ...anything })
    await expect(
      page.getByText(/^This is not an address of a cloud; nothing was sent\./),
    ).toBeVisible()
  })
  expect(existsSync(path.join(profile, 'desks'))).toBe(false)

  await front.signIn(cloud.credentials)
})

test('an expired sign-in keeps the desk open and its work safe', async ({ cloud, open }) => {
  const { front } = await open()
  await front.signIn(cloud.credentials)
  expireTokens(cloud.dataDir)
  await front.fill({ role: 'User', firstName: 'Expired' })
  await front.send.click()

  await expect(front.sync).toContainText('Sign in to send')
  await expect(front.recentRow('Expired')).toContainText('Saved on this computer')
  await front.signInAgain(cloud.demo.password)
  await expect(front.recentRow('Expired')).toContainText('In the cloud')
  expectOnce(cloud.evidence, 'Expired')
})

test('signing out keeps what was not sent and says whose it is', async ({ cloud, open }) => {
  const { front, page } = await open()
  await front.signIn(cloud.credentials)
  await cloud.stop()
  await front.fill({ role: 'User', firstName: 'Later' })
  await front.send.click()
  await expect(front.sync).toContainText('1 saved here')

  await page.getByRole('button', { name: /^Account of / }).click()
  await front.button('Sign out').click()
  await page
    .getByRole('dialog', { name: 'Sign out?' })
    .getByText('Sign out', { exact: true })
    .click()
  await expect(page.getByRole('region', { name: 'Waiting on this computer' })).toContainText(
    `1 unsent item of ${cloud.demo.email} (Demo site) waits on this computer.`,
  )

  await cloud.start()
  await page.getByLabel('Password').fill(cloud.demo.password)
  await front.button('Sign in').click()
  await expect(front.recentRow('Later')).toContainText('In the cloud')
  expectOnce(cloud.evidence, 'Later')
})
