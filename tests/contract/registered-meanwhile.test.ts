import { describe, expect, it } from 'vitest'
import {
  appliedChange,
  bearer,
  createOf,
  deleteOf,
  refusal,
  updateOf,
} from '../support/cloud-desk.ts'
import {
  copyLink,
  directoryOf,
  grantOf,
  invite,
  latest,
  resendOf,
  rightTo,
} from '../support/cloud-invitations.ts'
import { cloudUnderTest } from './cloud-under-test.ts'

const cloud = await cloudUnderTest()
const desk = await cloud.signIn()

/** An invitation as a desk saw it, whose person has registered since. */
async function registeredMeanwhile() {
  const seen = await invite(desk)
  const { url } = await copyLink(cloud.url, desk, seen.id)
  await cloud.register(url)
  const now = await latest(desk, seen.id)
  return { id: seen.id, seenVersion: seen.version, email: seen.state?.email ?? '', now }
}

/** The refusal that shows the person as they were, which they still are. */
async function untouched({ id, now }: Awaited<ReturnType<typeof registeredMeanwhile>>) {
  expect(now?.state).toMatchObject({ kind: 'user', lastName: 'Registered' })
  expect(await latest(desk, id)).toEqual(now)
  return { outcome: 'refused', problem: { code: 'registered', current: now } }
}

describe('for a person who registered meanwhile', () => {
  it('a delete of the invitation does nothing to them and says so', async () => {
    const person = await registeredMeanwhile()
    const [result] = await desk.send(deleteOf(person.id, person.seenVersion))
    expect(result).toMatchObject(await untouched(person))
    await cloud.signIn({ email: person.email, password: 'a long password' })
  })

  it('a resend does nothing, with a corrected address neither', async () => {
    const person = await registeredMeanwhile()
    const again = [resendOf(person.id), resendOf(person.id, 'other@site.example')]
    const expected = await untouched(person)
    expect(await desk.send(...again)).toMatchObject([expected, expected])
    await untouched(person)
  })

  it('a change of email does nothing, whatever version the desk knew', async () => {
    const person = await registeredMeanwhile()
    const changes = [
      updateOf(person.id, person.seenVersion, { email: 'other@site.example' }),
      updateOf(person.id, person.now?.version ?? 0, { email: null }),
    ]
    const expected = await untouched(person)
    expect(await desk.send(...changes)).toMatchObject([expected, expected])
    await untouched(person)
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
    const { signedIn } = await cloud.signIn({ email, password: 'a long password' })
    expect(signedIn.accounts).toEqual([])
  })

  it('a change of role changes what they may do', async () => {
    const { id, now, email } = await registeredMeanwhile()
    const [updated] = await desk.send(updateOf(id, now?.version ?? 0, { role: 'installer' }))
    expect(updated).toMatchObject({ outcome: 'applied' })
    const { signedIn } = await cloud.signIn({ email, password: 'a long password' })
    expect(signedIn.accounts).toMatchObject([{ role: 'installer' }])
  })
})
