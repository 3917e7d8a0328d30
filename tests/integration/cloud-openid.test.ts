import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloudApi } from '../../contracts/cloud-api.ts'
import { bearer, jsonBody, refusal, request } from '../support/cloud-desk.ts'
import { withDatabase } from '../support/cloud-people.ts'
import { startCloud } from '../support/cloud.ts'
import { browse, startOpenIdProvider } from '../support/openid-provider.ts'
import { type OpenIdHouse, startOpenIdHouse } from '../support/openid-house.ts'
import { signInByBrowser } from '../support/openid-sign-in.ts'

let house: OpenIdHouse
let provider: OpenIdHouse['provider']
let cloud: OpenIdHouse['cloud']
let somebody: OpenIdHouse['somebody']

beforeAll(async () => {
  house = await startOpenIdHouse()
  ;({ provider, cloud, somebody } = house)
})
afterAll(() => house.stop())

const waysOf = async ({ url }: { url: string }) => {
  const { text } = await request(url, '/v1/sign-in/ways')
  return cloudApi.waysOfSigningIn.response.parse(JSON.parse(text))
}

describe('sign-in with a provider', () => {
  it('is offered where the cloud has one, and nowhere else', async () => {
    expect(await waysOf(cloud)).toEqual({ openId: { name: 'House ID', loopbackPort: null } })
    const without = await startCloud()
    expect(await waysOf(without)).toEqual({ openId: null })
    const { question } = signInByBrowser(without.url)
    const asked = await refusal(without.url, '/v1/sign-in/openid', jsonBody(question))
    expect(asked.code).toBe('not-found')
    await without.stop()
  })

  it('gives the same kind of session as a password, to the member with that email', async () => {
    const { id, email, subject } = await somebody('installer')
    provider.account(subject, email.toUpperCase())
    const desk = signInByBrowser(cloud.url)
    const back = await desk.browse(subject)
    expect(back.href).toContain(desk.question.redirectUri)
    expect(back.searchParams.get('state')).toBe(desk.question.state)

    const signedIn = await desk.finish(back)
    expect(signedIn).toMatchObject({ cloudId: cloud.cloudId, person: { id, email } })
    expect(signedIn.accounts).toEqual([
      { id: house.accountId, name: 'Demo site', role: 'installer' },
    ])
    const changes = await request(cloud.url, `/v1/accounts/${house.accountId}/changes`, {
      headers: bearer(signedIn.tokens.accessToken),
    })
    expect(changes.status).toBe(200)
    const { refreshToken } = signedIn.tokens
    expect((await request(cloud.url, '/v1/token', jsonBody({ refreshToken }))).status).toBe(200)
  })

  it('knows the person by what the provider calls them, whatever becomes of their email', async () => {
    const { id, subject } = await somebody()
    const first = signInByBrowser(cloud.url)
    await first.finish(await first.browse(subject))
    provider.account(subject, 'new-name@elsewhere.example', false)
    const later = signInByBrowser(cloud.url)
    expect((await later.finish(await later.browse(subject))).person.id).toBe(id)
  })

  it('is for members: nobody comes in by an email that is unknown or that nobody has verified', async () => {
    const { email } = await somebody()
    provider.account('unknown', 'stranger@elsewhere.example')
    provider.account('unverified', email, false)
    for (const [subject, code] of [
      ['unknown', 'openid.unknown'],
      ['unverified', 'openid.unverified'],
    ] as const) {
      const desk = signInByBrowser(cloud.url)
      expect(await desk.refused(await desk.browse(subject))).toBe(code)
    }
  })

  it('does not take a person over when the provider gives their email to somebody else', async () => {
    const { email, subject } = await somebody()
    const first = signInByBrowser(cloud.url)
    await first.finish(await first.browse(subject))
    provider.account('successor', email)
    const second = signInByBrowser(cloud.url)
    expect(await second.refused(await second.browse('successor'))).toBe('openid.unknown')
  })

  it('ends for a person who is switched off here, whatever the provider says', async () => {
    const { id, subject } = await somebody()
    const first = signInByBrowser(cloud.url)
    await first.finish(await first.browse(subject))
    await withDatabase(cloud.dataDir, (db) =>
      db.updateTable('person').set({ active: 0 }).where('id', '=', id).execute(),
    )
    const later = signInByBrowser(cloud.url)
    expect(await later.refused(await later.browse(subject))).toBe('openid.unknown')
  })

  it('proves the cloud to the provider where that wants a secret', async () => {
    const { subject, id } = await somebody()
    const { closedOptions } = provider
    const closed = await startCloud({ dataDir: cloud.dataDir, openId: closedOptions })
    const desk = signInByBrowser(closed.url)
    expect((await desk.finish(await desk.browse(subject))).person.id).toBe(id)
    await closed.stop()

    const openId = { ...closedOptions, clientSecret: 'not it' }
    const wrong = await startCloud({ dataDir: cloud.dataDir, openId })
    const other = signInByBrowser(wrong.url)
    expect(await other.refused(await other.browse(subject))).toBe('openid.away')
    await wrong.stop()
  })

  it('waits for a provider that is away, and goes on when it is back', async () => {
    const other = await startOpenIdProvider()
    const own = await startCloud({ openId: other.options })
    await other.stop()
    const desk = signInByBrowser(own.url)
    const asked = await refusal(own.url, '/v1/sign-in/openid', jsonBody(desk.question))
    expect(asked.code).toBe('openid.away')
    const back = await startOpenIdProvider({ port: Number(new URL(other.issuer).port) })
    expect(await desk.address()).toContain(back.issuer)
    await own.stop()
    await back.stop()
  })
})

it('believes no provider that calls itself by another name, and says that it is away', async () => {
  const issuer = provider.issuer.replace('127.0.0.1', 'localhost')
  const own = await startCloud({ openId: { ...provider.options, issuer } })
  const { question } = signInByBrowser(own.url)
  for (const _ of ['once', 'again']) {
    const asked = await refusal(own.url, '/v1/sign-in/openid', jsonBody(question))
    expect(asked.code).toBe('openid.away')
  }
  await own.stop()
})

describe('a code of the provider', () => {
  it('is good once', async () => {
    const { subject } = await somebody()
    const desk = signInByBrowser(cloud.url)
    const back = await desk.browse(subject)
    await desk.finish(back)
    expect(await desk.refused(back)).toBe('openid.refused')
  })

  it('is worth nothing to whoever does not have the verifier of the desk that asked', async () => {
    const { subject } = await somebody()
    const victim = signInByBrowser(cloud.url)
    const thief = signInByBrowser(cloud.url)
    expect(await thief.refused(await victim.browse(subject))).toBe('openid.refused')
  })

  it('is worth nothing with another address to come back to than the one that was asked with', async () => {
    const { subject } = await somebody()
    const desk = signInByBrowser(cloud.url)
    const redirectUri = 'http://127.0.0.1:49153/signed-in'
    expect(await desk.refused(await desk.browse(subject), { redirectUri })).toBe('openid.refused')
  })

  it('is not taken when it was given to another program of the provider', async () => {
    const { subject } = await somebody()
    const desk = signInByBrowser(cloud.url)
    const address = new URL(await desk.address())
    address.searchParams.set('client_id', provider.otherClientId)
    expect(await desk.refused(await browse(address.href, subject))).toBe('openid.refused')
  })

  it('is not taken when somebody else says that it is theirs', async () => {
    const { subject } = await somebody()
    const desk = signInByBrowser(cloud.url)
    const back = await desk.browse(subject)
    expect(await desk.refused(back, { iss: 'https://evil.example' })).toBe('openid.refused')
  })

  it('goes only to a desk: any other address to come back to is refused', async () => {
    const { question } = signInByBrowser(cloud.url)
    for (const redirectUri of [
      'https://evil.example/signed-in',
      'http://127.0.0.1:1/signed-in@evil.example',
      'http://127.0.0.1.evil.example:80/signed-in',
      'http://localhost:5000/signed-in',
      'http://127.0.0.1:5000/other',
    ]) {
      const body = jsonBody({ ...question, redirectUri })
      const answer = await refusal(cloud.url, '/v1/sign-in/openid', body)
      expect([redirectUri, answer.code]).toEqual([redirectUri, 'schema'])
    }
  })
})
