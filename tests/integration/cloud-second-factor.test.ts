import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { type EndpointName, cloudApi } from '../../contracts/cloud-api.ts'
import { authenticator } from '../support/authenticator.ts'
import { bearer, jsonBody, refusal, request, signInDesk } from '../support/cloud-desk.ts'
import { operatorAt } from '../support/cloud-operator.ts'
import { addPerson, withDatabase } from '../support/cloud-people.ts'
import { type RunningCloud, newDesk, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let accountId: string

beforeAll(async () => {
  cloud = await startCloud()
  const { signedIn } = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
  accountId = signedIn.accounts[0]?.id ?? ''
})
afterAll(() => cloud.stop())

type Name = Extract<EndpointName, `${string}econdFactor` | 'renewRecoveryCodes'>

/** Somebody signed in, and what they ask about their second factor. */
async function somebody() {
  const who = await addPerson(cloud.dataDir, accountId, 'installer')
  const { token } = await signInDesk(cloud.url, who)
  const initOf = (name: Name, body: object) =>
    cloudApi[name].method === 'GET' ? { headers: bearer(token) } : jsonBody(body, token)

  async function ask<N extends Name>(name: N, body: object = {}) {
    const { path, response } = cloudApi[name]
    const answer = await request(cloud.url, path, initOf(name, body))
    if (answer.status !== 200) throw new Error(answer.text)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by this very schema
    return response.parse(JSON.parse(answer.text)) as z.output<(typeof cloudApi)[N]['response']>
  }

  return {
    ...who,
    ask,
    refused: async (name: Name, body: object) =>
      (await refusal(cloud.url, cloudApi[name].path, initOf(name, body))).code,
    signIn: async (code?: string) => {
      const body = { email: who.email, password: who.password, desk: newDesk(), code }
      const { status, text } = await request(cloud.url, '/v1/sign-in', jsonBody(body))
      if (status === 200) return 'in'
      const { code: problem }: { code: string } = JSON.parse(text)
      return problem
    },
    /** Turned on with the code of this moment: the next one is good at once. */
    async turnOn() {
      const { secret, uri } = await ask('startSecondFactor', { password: who.password })
      const app = authenticator(secret)
      const { recoveryCodes } = await ask('confirmSecondFactor', { code: app.shows() })
      return { app, uri, secret, recoveryCodes }
    },
  }
}

const whats = (personId: string) =>
  withDatabase(cloud.dataDir, async (db) => {
    const rows = await db
      .selectFrom('audit')
      .select('what')
      .where((row) => row.or([row('who_id', '=', personId), row('about_id', '=', personId)]))
      .orderBy('seq')
      .execute()
    return rows.map(({ what }) => what)
  })

describe('a second factor', () => {
  it('is asked for after the right password alone, and lets in with a code of the app', async () => {
    const person = await somebody()
    expect(await person.signIn()).toBe('in')
    const { app, uri, secret } = await person.turnOn()
    expect(new URL(uri).searchParams.get('secret')).toBe(secret)
    expect(decodeURIComponent(uri)).toContain(`otpauth://totp/Tapdesk:${person.email}?`)
    expect(await person.signIn()).toBe('second-factor.needed')
    const guess = { email: person.email, password: 'wrong', desk: newDesk(), code: app.shows(1) }
    expect((await refusal(cloud.url, '/v1/sign-in', jsonBody(guess))).code).toBe('sign-in.wrong')
    expect(await person.signIn('000000')).toBe('second-factor.wrong')
    const code = app.shows(1)
    expect(await person.signIn(code)).toBe('in')
    expect(await person.signIn(code)).toBe('second-factor.wrong')
  })

  it('is stood in for by each recovery code once', async () => {
    const person = await somebody()
    const { recoveryCodes } = await person.turnOn()
    const [first = '', second = ''] = recoveryCodes
    expect(await person.signIn(first)).toBe('in')
    expect(await person.signIn(first)).toBe('second-factor.wrong')
    expect(await person.ask('secondFactor')).toMatchObject({ on: true, recoveryCodes: 9 })
    const proof = { by: 'code', code: second }
    const renewed = await person.ask('renewRecoveryCodes', { proof })
    expect(renewed.recoveryCodes).toHaveLength(10)
    expect(await person.signIn(recoveryCodes[2])).toBe('second-factor.wrong')
    expect(await person.signIn(renewed.recoveryCodes[0])).toBe('in')
  })

  it('is changed only by who shows once more who they are', async () => {
    const person = await somebody()
    const wrong = { proof: { by: 'password', password: 'wrong' } }
    expect(await person.refused('startSecondFactor', { password: 'wrong' })).toBe('sign-in.wrong')
    expect(await person.refused('endSecondFactor', { proof: { by: 'code', code: '1' } })).toBe(
      'stale',
    )
    const { app } = await person.turnOn()
    expect(await person.refused('startSecondFactor', { password: person.password })).toBe('stale')
    expect(await person.refused('endSecondFactor', wrong)).toBe('sign-in.wrong')
    expect(await person.refused('renewRecoveryCodes', wrong)).toBe('sign-in.wrong')
    const late = { proof: { by: 'code', code: '000000' } }
    expect(await person.refused('endSecondFactor', late)).toBe('second-factor.wrong')
    const proof = { by: 'code', code: app.shows(1) }
    expect(await person.ask('endSecondFactor', { proof })).toEqual({ on: false })
    expect(await person.ask('secondFactor')).toEqual({ on: false, since: null, recoveryCodes: 0 })
    expect(await person.signIn()).toBe('in')
    const password = { proof: { by: 'password', password: person.password } }
    expect(await person.refused('renewRecoveryCodes', password)).toBe('stale')
  })

  it('makes a guesser of codes wait, who knows the password', async () => {
    const person = await somebody()
    await person.turnOn()
    for (let nth = 1; nth <= 10; nth++) {
      expect(await person.signIn('000000')).toBe('second-factor.wrong')
    }
    expect(await person.signIn('000000')).toBe('rate-limited')
  })

  it('is told in the audit: turned on and off, codes renewed and used, wrong ones', async () => {
    const person = await somebody()
    const { recoveryCodes } = await person.turnOn()
    await person.signIn('000000')
    await person.signIn(recoveryCodes[0])
    const proof = { by: 'password', password: person.password }
    await person.ask('renewRecoveryCodes', { proof })
    await person.ask('endSecondFactor', { proof })
    expect(await whats(person.id)).toEqual([
      'signed-in',
      'second-factor-on',
      'sign-in-failed',
      'recovery-code-used',
      'signed-in',
      'recovery-codes-renewed',
      'second-factor-off',
    ])
  })
})

describe('the operator', { timeout: 60_000 }, () => {
  it('sees who has a second factor, and takes away one that was lost', async () => {
    const { typed, refused } = operatorAt(cloud.dataDir)
    const person = await somebody()
    const who = ['--email', person.email]
    expect(await refused('member', 'second-factor-off', ...who)).toContain('has no second factor')
    await person.turnOn()
    const listed = (await typed('member', 'list')).filter((each) => each['secondFactor'] === true)
    expect(listed.map(({ email }) => email)).toContain(person.email)
    const ended = { email: person.email, secondFactor: false }
    expect(await typed('member', 'second-factor-off', ...who)).toEqual([ended])
    expect(await person.signIn()).toBe('in')
    expect(await whats(person.id)).toContain('second-factor-off')
  })

  it('erases it with its person', async () => {
    const person = await somebody()
    await person.turnOn()
    await operatorAt(cloud.dataDir).typed('person', 'erase', '--email', person.email)
    const left = await withDatabase(cloud.dataDir, async (db) => [
      ...(await db.selectFrom('second_factor').selectAll().execute()),
      ...(await db.selectFrom('recovery_code').selectAll().execute()),
    ])
    expect(left.filter(({ person_id }) => person_id === person.id)).toEqual([])
  })
})

describe('the demo', () => {
  it('signs in with its password alone after a restart, whatever somebody has turned on', async () => {
    const first = await startCloud()
    const demo = first.demo ?? { email: '', password: '' }
    const { token } = await signInDesk(first.url, demo)
    const { password } = demo
    const start = jsonBody({ password }, token)
    const { text } = await request(first.url, cloudApi.startSecondFactor.path, start)
    const { secret } = cloudApi.startSecondFactor.response.parse(JSON.parse(text))
    const code = jsonBody({ code: authenticator(secret).shows() }, token)
    expect((await request(first.url, cloudApi.confirmSecondFactor.path, code)).status).toBe(200)
    await first.stop()
    const second = await startCloud({ dataDir: first.dataDir })
    await signInDesk(second.url, demo)
    await second.stop()
  })
})
