import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bearer, jsonBody, refusal, signInDesk } from '../support/cloud-desk.ts'
import { addPerson, withDatabase } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let demo: { email: string; password: string }

beforeAll(async () => {
  cloud = await startCloud()
  demo = cloud.demo ?? { email: '', password: '' }
})
afterAll(() => cloud.stop())

const desk = () => ({ id: randomUUID(), name: 'Desk 1' })
const trySignIn = (body: object) => refusal(cloud.url, '/v1/sign-in', jsonBody(body))
describe('sign-in', () => {
  it('tells the person, the accounts with a desk and the cloud', async () => {
    const { signedIn } = await signInDesk(cloud.url, { ...demo, email: ' Demo@Tapdesk.TEST ' })
    expect(signedIn.cloudId).toBe(cloud.cloudId)
    expect(signedIn.person.email).toBe('demo@tapdesk.test')
    expect(signedIn.accounts).toEqual([
      { id: expect.any(String), name: 'Demo site', role: 'account-admin' },
    ])
    expect(signedIn.tokens.accessExpiresIn).toBe(900)
  })

  it('makes a guesser wait without locking out anybody else at the site', async () => {
    const { signedIn } = await signInDesk(cloud.url, demo)
    const victim = await addPerson(cloud.dataDir, signedIn.accounts[0]?.id ?? '', 'installer')
    const guess = { email: victim.email, password: 'guess', desk: desk() }
    for (let nth = 1; nth <= 10; nth++) {
      expect((await trySignIn(guess)).code).toBe('sign-in.wrong')
    }
    const waiting = await trySignIn({ ...guess, password: victim.password })
    expect(waiting.code).toBe('rate-limited')
    expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(0)
    await signInDesk(cloud.url, demo)
  })

  it('shows no account to a person whose role has no desk, and refuses an inactive one', async () => {
    const { signedIn, account, token } = await signInDesk(cloud.url, demo)
    const accountId = signedIn.accounts[0]?.id ?? ''
    const user = await signInDesk(cloud.url, await addPerson(cloud.dataDir, accountId, 'user'))
    expect(user.signedIn.accounts).toEqual([])
    const asUser = { headers: bearer(user.token) }
    expect((await refusal(cloud.url, `${account}/changes`, asUser)).code).toBe('forbidden')

    await setActive(accountId, 0)
    const again = jsonBody({ ...demo, desk: desk() })
    expect((await refusal(cloud.url, '/v1/sign-in', again)).code).toBe('account.inactive')
    const asAdmin = { headers: bearer(token) }
    expect((await refusal(cloud.url, `${account}/changes`, asAdmin)).code).toBe('forbidden')
    await setActive(accountId, 1)
  })
})

describe('tokens', () => {
  it('are nowhere in the database in a form that signs in', async () => {
    const { tokens } = (await signInDesk(cloud.url, demo)).signedIn
    const rows = await withDatabase(cloud.dataDir, async (db) => [
      await db.selectFrom('access_token').selectAll().execute(),
      await db.selectFrom('desk_session').selectAll().execute(),
    ])
    expect(JSON.stringify(rows)).not.toContain(tokens.accessToken)
    expect(JSON.stringify(rows)).not.toContain(tokens.refreshToken)
  })
})

function setActive(accountId: string, active: number) {
  return withDatabase(cloud.dataDir, (db) =>
    db.updateTable('account').set({ active }).where('id', '=', accountId).execute(),
  )
}
