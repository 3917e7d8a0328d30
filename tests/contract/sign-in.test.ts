import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { cloudApi } from '../../contracts/cloud-api.ts'
import { bearer, jsonBody, refusal, request } from '../support/cloud-desk.ts'
import { cloudUnderTest, freshEmail } from './cloud-under-test.ts'

const cloud = await cloudUnderTest()

const desk = () => ({ id: randomUUID(), name: 'Desk 1' })
const trySignIn = (body: object) => refusal(cloud.url, '/v1/sign-in', jsonBody(body))
const refresh = (refreshToken: string) =>
  request(cloud.url, '/v1/token', jsonBody({ refreshToken }))

async function refreshed(refreshToken: string) {
  const { status, text } = await refresh(refreshToken)
  expect(status).toBe(200)
  return cloudApi.refresh.response.parse(JSON.parse(text))
}

describe('sign-in', () => {
  it('tells the person and the accounts, however the email is written', async () => {
    const email = cloud.admin.email.toUpperCase()
    const { signedIn } = await cloud.signIn({ ...cloud.admin, email: ` ${email} ` })
    expect(signedIn.person.email.toUpperCase()).toBe(email)
    expect(signedIn.accounts.map(({ role }) => role)).toContain('account-admin')
    const health = cloudApi.health.response.parse(
      JSON.parse((await request(cloud.url, '/v1/health')).text),
    )
    expect(signedIn.cloudId).toBe(health.cloudId)
  })

  it('says the same about a wrong password and an unknown email', async () => {
    const wrong = { email: cloud.admin.email, password: 'wrong', desk: desk() }
    const unknown = { email: freshEmail(), password: 'wrong', desk: desk() }
    const answers = [await trySignIn(wrong), await trySignIn(unknown)]
    expect(answers.map(({ code, title, status }) => ({ code, title, status }))).toEqual([
      { code: 'sign-in.wrong', title: expect.any(String), status: 401 },
      { code: 'sign-in.wrong', title: answers[0]?.title, status: 401 },
    ])
  })
})

describe('tokens', () => {
  it('survive a lost answer: the token before is good until the new one is first used', async () => {
    const { tokens } = (await cloud.signIn()).signedIn
    const lost = await refreshed(tokens.refreshToken)
    const kept = await refreshed(tokens.refreshToken)
    await refreshed(kept.refreshToken)
    expect((await refresh(tokens.refreshToken)).status).toBe(401)
    expect((await refresh(lost.refreshToken)).status).toBe(401)
  })

  it('end with the sign-out of their desk and with no other', async () => {
    const [here, there] = [await cloud.signIn(), await cloud.signIn()]
    const out = { method: 'POST', headers: bearer(here.token) }
    expect((await request(cloud.url, '/v1/sign-out', out)).status).toBe(200)
    expect((await refusal(cloud.url, '/v1/sign-out', out)).code).toBe('token.invalid')
    expect((await refresh(here.signedIn.tokens.refreshToken)).status).toBe(401)
    expect((await there.changes()).from).toBeNull()
  })
})
