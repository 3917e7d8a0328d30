import { afterAll, beforeAll, expect, it } from 'vitest'
import { addPerson } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'
import { startForgingProvider } from '../support/forging-provider.ts'
import { onlyAccount } from '../support/openid-house.ts'
import { signInByBrowser } from '../support/openid-sign-in.ts'

const clientId = 'tapdesk'
let provider: Awaited<ReturnType<typeof startForgingProvider>>
let cloud: RunningCloud
let member: { id: string; email: string }

beforeAll(async () => {
  provider = await startForgingProvider(clientId)
  cloud = await startCloud({ openId: { issuer: provider.issuer, clientId, name: 'Forged' } })
  const accountId = await onlyAccount(cloud.dataDir)
  member = await addPerson(cloud.dataDir, accountId, 'account-admin')
})
afterAll(async () => {
  await cloud.stop()
  await provider.stop()
})

type Forgery = Parameters<typeof provider.forge>[1]

/** Signs in with an id token of our own making: who came in, or why nobody did. */
async function outcome({ claims, ...more }: Forgery): Promise<string> {
  const desk = signInByBrowser(cloud.url)
  const honest = { sub: 'pat', email: member.email, email_verified: true }
  provider.forge(desk.question.nonce, { ...more, claims: { ...honest, ...claims } })
  const back = new URL('http://127.0.0.1/signed-in?code=any')
  try {
    return (await desk.finish(back)).person.id
  } catch {
    return desk.refused(back)
  }
}

const now = () => Math.floor(Date.now() / 1000)

it.each<[string, () => Forgery]>([
  ['is for another program', () => ({ claims: { aud: 'another-program' } })],
  ['is for several, and another one asked', () => ({ claims: { aud: ['x', clientId], azp: 'x' } })],
  ['is of another provider', () => ({ claims: { iss: 'https://evil.example' } })],
  ['answers another question', () => ({ claims: { nonce: 'of another sign-in' } })],
  ['answers no question', () => ({ claims: { nonce: undefined } })],
  ['is too old', () => ({ claims: { iat: now() - 7200, exp: now() - 3600 } })],
  ['is not good yet', () => ({ claims: { nbf: now() + 3600 } })],
  ['says of nobody', () => ({ claims: { sub: undefined } })],
  ['is signed with a key of somebody else', () => ({ signedBy: 'somebody' })],
  ['is not signed', () => ({ signedBy: 'nobody' })],
])('refuses an id token that %s', async (_, forgery) => {
  expect(await outcome(forgery())).toBe('openid.refused')
})

it('takes a verified email for what the provider says, and nothing like it', async () => {
  for (const email_verified of [false, 'yes', 1, null, undefined, 'false']) {
    expect(await outcome({ claims: { email_verified } })).toBe('openid.unverified')
  }
})

it('takes no word about one person for another', async () => {
  const claims = { email: undefined, email_verified: undefined }
  const userinfo = { sub: 'somebody else', email: member.email, email_verified: true }
  expect(await outcome({ claims, userinfo })).toBe('openid.refused')
  expect(await outcome({ claims, userinfo: { ...userinfo, sub: 'pat' } })).toBe(member.id)
})

it('lets in whom an honest id token names', async () => {
  expect(await outcome({})).toBe(member.id)
})
