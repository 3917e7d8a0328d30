import tls from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCloudClient } from '../../electron/cloud-client/create-cloud-client.ts'
import { createAuthority } from '../support/certificates.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { startTlsServer } from '../support/tls-server.ts'

const day = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * day)
const trusted = createAuthority()
const stranger = createAuthority()

/** What the desk's client makes of whatever answers there. */
async function asked(url: string) {
  return createCloudClient({ baseUrl: url, fetch, desk: 'test' }).health({})
}

async function askedOverTls(certificate: Parameters<typeof startTlsServer>[0]) {
  const server = await startTlsServer(certificate)
  const answer = await asked(server.url)
  await server.close()
  return answer
}

const roots = tls.getCACertificates()
beforeAll(() => tls.setDefaultCACertificates([trusted.root]))
afterAll(() => tls.setDefaultCACertificates(roots))

describe('a server with a certificate', () => {
  it('that is trusted and valid is let through to say what it is', async () => {
    const answer = await askedOverTls(trusted.sign(inDays(-1), inDays(1)))
    expect(answer).toMatchObject({ ok: false, code: 'not-a-cloud' })
  })

  it('of somebody who intercepts the connection is not trusted', async () => {
    const answer = await askedOverTls(stranger.sign(inDays(-1), inDays(1)))
    expect(answer).toMatchObject({ ok: false, code: 'tls' })
  })

  it.each([
    ['not yet valid, as when the clock is slow', inDays(10), inDays(20)],
    ['valid no more, as when the clock is fast', inDays(-20), inDays(-10)],
  ])('%s is a matter of the date', async (_, from, until) => {
    const answer = await askedOverTls(trusted.sign(from, until))
    expect(answer).toMatchObject({ ok: false, code: 'tls-date' })
  })
})

describe('the sign-in page of a network', () => {
  it.each([
    ['as a success', { status: 200, type: 'text/html', body: '<form>Accept</form>' }],
    ['as a success in JSON of its own', { status: 200, body: '{"portal":true}' }],
    ['as a redirect', { status: 302, headers: { location: 'http://portal.test/' } }],
    ['as what RFC 6585 has for it', { status: 511, type: 'text/html', body: '<h1>Sign in</h1>' }],
  ])('%s is no cloud', async (_, page) => {
    const network = await startFaultProxy()
    network.plan({ kind: 'reply', ...page })
    expect(await asked(network.url)).toMatchObject({ ok: false, code: 'not-a-cloud' })
    await network.close()
  })
})
