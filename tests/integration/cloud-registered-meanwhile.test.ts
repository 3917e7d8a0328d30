import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ItemResult } from '../../contracts/cloud-api.ts'
import {
  type Desk,
  appliedChange,
  bearer,
  createOf,
  deleteOf,
  refusal,
  signInDesk,
  updateOf,
} from '../support/cloud-desk.ts'
import {
  copyLink,
  directoryOf,
  grantOf,
  invite,
  latest,
  register,
  resendOf,
  rightTo,
} from '../support/cloud-invitations.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let desk: Desk

beforeAll(async () => {
  cloud = await startCloud()
  desk = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
})
afterAll(() => cloud.stop())

/** An invitation as a desk saw it, whose person has registered since. */
async function registeredMeanwhile() {
  const seen = await invite(desk)
  const { url } = await copyLink(cloud.url, desk, seen.id)
  await register(url)
  const now = await latest(desk, seen.id)
  return { id: seen.id, seenVersion: seen.version, email: seen.state?.email ?? '', now }
}

/** Nothing was done, and the answer shows the registered person. */
async function expectUntouched(result: ItemResult | undefined, id: string) {
  const now = await latest(desk, id)
  expect(result).toMatchObject({
    outcome: 'refused',
    problem: { code: 'registered', current: now },
  })
  expect(now?.state).toMatchObject({ kind: 'user', lastName: 'Registered' })
}

describe('for a person who registered meanwhile', () => {
  it('a delete of the invitation does nothing to them and says so', async () => {
    const { id, seenVersion, email } = await registeredMeanwhile()
    const [result] = await desk.send(deleteOf(id, seenVersion))
    await expectUntouched(result, id)
    await signInDesk(cloud.url, { email, password: 'a long password' })
  })

  it('a resend does nothing, with a corrected address neither', async () => {
    const { id } = await registeredMeanwhile()
    const results = await desk.send(resendOf(id), resendOf(id, 'other@site.example'))
    for (const result of results) await expectUntouched(result, id)
  })

  it('a change of email does nothing, whatever version the desk knew', async () => {
    const { id, seenVersion, now } = await registeredMeanwhile()
    const results = await desk.send(
      updateOf(id, seenVersion, { email: 'other@site.example' }),
      updateOf(id, now?.version ?? 0, { email: null }),
    )
    for (const result of results) await expectUntouched(result, id)
  })

  it('groups and rights go to the user and are in effect at once', async () => {
    const { id } = await registeredMeanwhile()
    const { groups, resources } = await directoryOf(cloud.url, desk)
    const right = rightTo({ kind: 'resource', id: resources[1]?.id ?? '' })
    const group = groups[1]?.id ?? ''
    const [result] = await desk.send(grantOf(id, { addGroups: [group], addRights: [right] }))
    expect(appliedChange(result).state).toMatchObject({
      kind: 'user',
      groups: [group],
      rights: [right],
    })
  })

  it('a further link is refused', async () => {
    const { id } = await registeredMeanwhile()
    const path = `${desk.account}/invitations/${id}/link`
    const answer = await refusal(cloud.url, path, { method: 'POST', headers: bearer(desk.token) })
    expect(answer).toMatchObject({ code: 'registered', status: 409 })
  })

  it('an edit of other fields is asked again, because the person changed them', async () => {
    const { id, seenVersion, now } = await registeredMeanwhile()
    const [stale] = await desk.send(updateOf(id, seenVersion, { lastName: 'Older' }))
    expect(stale).toMatchObject({ problem: { code: 'stale', current: now } })
    const [updated] = await desk.send(updateOf(id, now?.version ?? 0, { organization: 'New' }))
    expect(appliedChange(updated).state).toMatchObject({ kind: 'user', organization: 'New' })
  })

  it('a second invitation of the same address is refused with their name', async () => {
    const { id, email } = await registeredMeanwhile()
    const [result] = await desk.send(createOf({ email }))
    const holder = { id, name: 'Pat Registered' }
    expect(result).toMatchObject({ problem: { code: 'email.taken', holder } })
  })

  it('a delete by a desk that knows them as a user removes them from this account', async () => {
    const { id, now, email } = await registeredMeanwhile()
    const [erased] = await desk.send(deleteOf(id, now?.version ?? 0))
    expect(appliedChange(erased)).toMatchObject({ deleted: true, state: null })
    const { signedIn } = await signInDesk(cloud.url, { email, password: 'a long password' })
    expect(signedIn.accounts).toEqual([])
  })

  it('a change of role changes what they may do', async () => {
    const { id, now, email } = await registeredMeanwhile()
    const [updated] = await desk.send(updateOf(id, now?.version ?? 0, { role: 'installer' }))
    expect(updated).toMatchObject({ outcome: 'applied' })
    const { signedIn } = await signInDesk(cloud.url, { email, password: 'a long password' })
    expect(signedIn.accounts).toMatchObject([{ role: 'installer' }])
  })
})
