import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenIdOptions } from '../../cloud/openid/openid-options.ts'
import { startCloud, temporaryFolder } from '../support/cloud.ts'
import { type DeskProcess, startDesk, syncBecomes, valueOf } from '../support/desk-process.ts'
import { type OpenIdHouse, startOpenIdHouse } from '../support/openid-house.ts'
import { browse, startOpenIdProvider } from '../support/openid-provider.ts'

let house: OpenIdHouse
let provider: OpenIdHouse['provider']
let cloud: OpenIdHouse['cloud']
let somebody: OpenIdHouse['somebody']

beforeAll(async () => {
  house = await startOpenIdHouse()
  ;({ provider, cloud, somebody } = house)
})
afterAll(() => house.stop())

/** A desk whose browser does as it is told. */
function deskWith(browser?: (url: string) => Promise<unknown>) {
  const stays = browser && ((url: string) => void browser(url))
  return startDesk({ folder: temporaryFolder('desk'), ...(stays && { browser: stays }) })
}

/** Signs in with the provider as somebody (null: says no) and goes where it is sent back to. */
const browsingAs = (subject: string | null) => async (url: string) =>
  fetch(await browse(url, subject))

async function tried({ asking }: DeskProcess, cloudUrl = cloud.url) {
  const answer = await asking.session.signInByBrowser({ cloudUrl })
  return answer.ok ? answer.value.state : answer.code
}

describe('signing in with the browser', { timeout: 60_000 }, () => {
  it('opens the desk of whom the provider knows, and keeps it open like any other', async () => {
    const { id, subject } = await somebody()
    const desk = deskWith(browsingAs(subject))
    const ways = await valueOf(desk.asking.session.waysOfSigningIn({ cloudUrl: cloud.url }))
    expect(ways).toEqual({ openId: { name: 'House ID' } })
    const view = await valueOf(desk.asking.session.signInByBrowser({ cloudUrl: cloud.url }))
    expect(view).toMatchObject({
      state: 'signed-in',
      identity: { person: { id }, demo: false },
      token: 'keyring',
    })
    await syncBecomes(desk.asking, { channel: 'idle', waiting: 0 })
    await desk.stop()
  })

  it('signs nobody in whom a page of somebody else sends to the desk', async () => {
    const [victim, attacker] = [await somebody(), await somebody()]
    const desk = deskWith(async (url) => {
      const own = new URL(url)
      const redirectUri = own.searchParams.get('redirect_uri') ?? ''
      const theirs = await browse(own.href, attacker.subject)
      for (const state of ['', 'guess', theirs.searchParams.get('nonce') ?? '']) {
        theirs.searchParams.set('state', state)
        expect((await fetch(theirs)).status).toBe(404)
      }
      expect((await fetch(`${redirectUri}?error=access_denied`)).status).toBe(404)
      await browsingAs(victim.subject)(url)
    })
    const view = await valueOf(desk.asking.session.signInByBrowser({ cloudUrl: cloud.url }))
    expect(view).toMatchObject({ identity: { person: { id: victim.id } } })
    await desk.stop()
  })

  it('says why it did not work, changes nothing, and leaves the password', async () => {
    const known = await somebody()
    provider.account('stranger', 'stranger@elsewhere.example')
    provider.account('unverified', known.email, false)
    for (const [browser, code] of [
      [undefined, 'browser-not-opened'],
      [browsingAs(null), 'browser-denied'],
      [browsingAs('stranger'), 'person-unknown'],
      [browsingAs('unverified'), 'email-unverified'],
    ] as const) {
      const desk = deskWith(browser)
      expect(await tried(desk)).toBe(code)
      expect(await valueOf(desk.asking.session.get())).toMatchObject({ state: 'signed-out' })
      const { email, password } = known
      await valueOf(desk.asking.session.signIn({ cloudUrl: cloud.url, email, password }))
      await desk.stop()
    }
  })

  it('says when the provider is away, and when a cloud has none', async () => {
    const other = await startOpenIdProvider()
    const own = await startCloud({ openId: other.options })
    await other.stop()
    const without = await startCloud()
    const desk = deskWith()
    expect(await tried(desk, own.url)).toBe('provider-away')
    expect(await tried(desk, without.url)).toBe('way-not-offered')
    expect(await tried(desk, 'http://127.0.0.1:9')).toBe('cloud-away')
    expect(await tried(desk, 'ftp://cloud')).toBe('bad-address')
    const asked = desk.asking.session.waysOfSigningIn({ cloudUrl: 'http://127.0.0.1:9' })
    expect(await valueOf(asked)).toEqual({ openId: null })
    await desk.stop()
    await own.stop()
    await without.stop()
  })

  it('can be called off, and begun anew, while the browser is away', async () => {
    const { id, subject } = await somebody()
    const arrivals: ((url: string) => void)[] = []
    const desk = deskWith(async (url) => arrivals.shift()?.(url))
    const begin = async () => {
      const address = new Promise<string>((resolve) => arrivals.push(resolve))
      const answer = desk.asking.session.signInByBrowser({ cloudUrl: cloud.url })
      return { url: await address, answer }
    }
    const calledOff = { ok: false, code: 'browser-cancelled' }
    const first = await begin()
    await valueOf(desk.asking.session.cancelBrowser())
    expect(await first.answer).toMatchObject(calledOff)

    const second = await begin()
    const third = await begin()
    expect(await second.answer).toMatchObject(calledOff)
    await expect(browsingAs(subject)(second.url)).rejects.toThrow('fetch failed')
    await browsingAs(subject)(third.url)
    expect(await third.answer).toMatchObject({ value: { identity: { person: { id } } } })
    await desk.stop()
  })

  it('does not put somebody else in the place of who works here', async () => {
    const [here, other] = [await somebody(), await somebody()]
    const who = { subject: here.subject }
    const desk = deskWith((url) => browsingAs(who.subject)(url))
    await valueOf(desk.asking.session.signInByBrowser({ cloudUrl: cloud.url }))
    who.subject = other.subject
    expect(await tried(desk)).toBe('other-person')
    expect(await valueOf(desk.asking.session.get())).toMatchObject({
      identity: { person: { id: here.id } },
    })
    who.subject = here.subject
    expect(await tried(desk)).toBe('signed-in')
    await desk.stop()
  })

  it('comes back to the port that the provider wants, and says when it is taken', async () => {
    const { id, subject } = await somebody()
    const other = await startOpenIdProvider()
    const loopbackPort = Number(new URL(other.issuer).port)
    const openId: OpenIdOptions = { ...provider.options, loopbackPort }
    const own = await startCloud({ dataDir: cloud.dataDir, openId })
    const sent: string[] = []
    const desk = deskWith(async (url) => {
      sent.push(url)
      await browsingAs(subject)(url)
    })
    expect(await tried(desk, own.url)).toBe('browser-port-taken')
    expect(sent).toEqual([])
    await other.stop()
    const view = await valueOf(desk.asking.session.signInByBrowser({ cloudUrl: own.url }))
    expect(view).toMatchObject({ identity: { person: { id } } })
    expect(sent[0]).toContain(encodeURIComponent(`http://127.0.0.1:${loopbackPort}/signed-in`))
    await desk.stop()
    await own.stop()
  })
})
