import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonBody, refusal } from '../support/cloud-desk.ts'
import { operatorAt } from '../support/cloud-operator.ts'
import { withDatabase } from '../support/cloud-people.ts'
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

describe('what a provider calls somebody', () => {
  it('is told with all that is kept about them, is in the audit as a deed, and goes with them', async () => {
    const { email, subject } = await somebody()
    const desk = signInByBrowser(cloud.url)
    await desk.finish(await desk.browse(subject))
    const operator = operatorAt(cloud.dataDir)
    const exported = JSON.stringify(await operator.typed('person', 'export', '--email', email))
    expect(exported).toContain(JSON.stringify({ issuer: provider.issuer, subject }).slice(0, -1))
    expect(exported).toContain('identity-linked')
    await operator.typed('person', 'erase', '--email', email)
    const left = await withDatabase(cloud.dataDir, (db) =>
      db.selectFrom('person_identity').selectAll().where('subject', '=', subject).execute(),
    )
    expect(left).toEqual([])
  })
})

describe('an operator', () => {
  const operator = () => operatorAt(cloud.dataDir)

  it('says who somebody is for a provider that does not verify emails', async () => {
    const { id, email } = await somebody()
    provider.account('no-email', 'other@elsewhere.example', false)
    const link = ['--email', email, '--issuer', provider.issuer, '--subject', 'no-email']
    await operator().typed('member', 'link', ...link)
    const desk = signInByBrowser(cloud.url)
    expect((await desk.finish(await desk.browse('no-email'))).person.id).toBe(id)
    expect(await operator().refused('member', 'link', ...link)).toContain('something already')
  })

  it('undoes what a provider calls somebody, and ends what came of it', async () => {
    const { email, subject } = await somebody()
    const desk = signInByBrowser(cloud.url)
    const { tokens } = await desk.finish(await desk.browse(subject))
    const who = ['--email', email]
    expect(await operator().typed('member', 'unlink', ...who)).toEqual([
      { email, unlinked: 1, signedOut: 1 },
    ])
    const asked = jsonBody({ refreshToken: tokens.refreshToken })
    expect(await refusal(cloud.url, '/v1/token', asked)).toMatchObject({ ended: 'revoked' })
    expect(await operator().refused('member', 'unlink', ...who)).toContain('never linked')
    provider.account('successor-again', email)
    const next = signInByBrowser(cloud.url)
    await next.finish(await next.browse('successor-again'))
  })
})
