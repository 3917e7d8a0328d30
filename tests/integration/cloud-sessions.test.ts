import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, jsonBody, refusal, signInDesk } from '../support/cloud-desk.ts'
import { operatorAt } from '../support/cloud-operator.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let { typed, refused } = operatorAt('')

beforeAll(async () => {
  cloud = await startCloud()
  ;({ typed, refused } = operatorAt(cloud.dataDir))
})
afterAll(() => cloud.stop())

describe("a member's sign-in", { timeout: 60_000 }, () => {
  const who = ['--email', 'doors@tapdesk.test']
  const email = 'doors@tapdesk.test'
  let password = ''
  const endOf = async ({ signedIn: { tokens } }: Desk) => {
    const asked = jsonBody({ refreshToken: tokens.refreshToken })
    return refusal(cloud.url, '/v1/token', asked)
  }
  const signIn = () => signInDesk(cloud.url, { email, password })

  it('ends everywhere with a new password, and the desk is told why', async () => {
    const [added] = await typed('member', 'add', ...who, '--role', 'installer')
    password = String(added?.['password'])
    const [one, other] = [await signIn(), await signIn()]
    const [renewed] = await typed('member', 'password', ...who)
    expect(renewed).toMatchObject({ email, signedOut: 2, password: expect.any(String) })
    for (const each of [one, other]) {
      expect(await endOf(each)).toMatchObject({ code: 'token.invalid', ended: 'password-changed' })
    }
    password = String(renewed?.['password'])
    expect((await signIn()).signedIn.person.email).toBe(email)
  })

  it('can be ended without touching the password', async () => {
    const mine = await signIn()
    const [ended] = await typed('member', 'sign-out', ...who)
    expect(ended).toEqual({ email, signedOut: 2 })
    expect(await endOf(mine)).toMatchObject({ code: 'token.invalid', ended: 'revoked' })
    expect((await signIn()).signedIn.person.email).toBe(email)
  })

  it('is not touched by what cannot be done', async () => {
    expect(await refused('member', 'sign-out', '--email', 'nobody@tapdesk.test')).toContain(
      'is no member of the account',
    )
  })
})
