import { createAuthority } from '../support/certificates.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { startTlsServer } from '../support/tls-server.ts'
import { expect, test } from './story.ts'

const day = 86_400_000

test('an intercepted connection is named at the first sign-in, and nothing is sent', async ({
  cloud,
  open,
}) => {
  const now = Date.now()
  const certificate = createAuthority().sign(new Date(now - day), new Date(now + day))
  const interceptor = await startTlsServer(certificate)
  const { front } = await open()
  await front.trySignIn({ ...cloud.credentials, url: interceptor.url })
  await expect(front.alert).toHaveText(/^The certificate of this address is not trusted/)
  await interceptor.close()
})

test('a proxy that wants a sign-in, and one that is not there, are named', async ({
  cloud,
  open,
}) => {
  const proxy = await startFaultProxy()
  const wantsSignIn = {
    kind: 'reply',
    status: 407,
    type: 'text/html',
    headers: { 'proxy-authenticate': 'Basic realm="office"' },
    body: '<h1>Who are you?</h1>',
  } as const
  proxy.plan(...Array.from({ length: 20 }, () => wantsSignIn))
  const { host } = new URL(proxy.url)
  const { front } = await open({
    switches: [`--proxy-server=http://${host}`, '--proxy-bypass-list=<-loopback>'],
  })
  await front.trySignIn(cloud.credentials)
  await expect(front.alert).toHaveText(/^The proxy of this network does not let Tapdesk through/)
  expect(proxy.seen.length).toBeGreaterThan(0)

  await proxy.close()
  await front.trySignIn(cloud.credentials)
  await expect(front.alert).toHaveText(/^The proxy of this network does not let Tapdesk through/)
})

test('a wrong clock is named, and the work goes on', async ({ cloud, open }) => {
  const way = await startFaultProxy(cloud.url)
  const later = new Date(Date.now() + 3 * 3_600_000).toUTCString()
  way.pretend({ 'tapdesk-api': '1', date: later })
  const { front, page } = await open()
  await front.signIn({ ...cloud.credentials, url: way.url })
  const banner = page.getByText(/^The clock of this computer is 3 hours behind\./)
  await expect(banner).toBeVisible()
  await front.fill({ role: 'User', firstName: 'Punctual' })
  await front.send.click()
  await expect(front.recentRow('Punctual')).toContainText('In the cloud')

  way.pretend({ 'tapdesk-api': '1', date: new Date().toUTCString() })
  await front.syncNow()
  await expect(banner).toBeHidden()
  await way.close()
})
