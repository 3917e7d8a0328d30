import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { cloudApi } from '../../contracts/cloud-api.ts'
import { type CardProfile, defaultCardProfile } from '../../core/card-profile.ts'
import type { Role } from '../../core/role.ts'
import { type Desk, createOf, jsonBody, refusal, request } from '../support/cloud-desk.ts'
import { directoryOf } from '../support/cloud-invitations.ts'
import { cloudUnderTest } from './cloud-under-test.ts'

const pair: CardProfile = {
  cardId: { order: 'reversed', base: 'decimal', width: 10, separator: '' },
  surface: { kind: 'printed', rule: { rendering: 'pair-8-16.last-3', take: { kind: 'all' } } },
  policy: { allowRandom: true, allowPartial: false },
}

const cloud = await cloudUnderTest()
const admin = await cloud.signIn()

const deskOf = (role: Role) => cloud.member(role)

const path = (desk: Desk) => `${desk.account}/card-profile`
const change = (desk: Desk, body: unknown) => jsonBody(body, desk.token)

async function save(desk: Desk, ifVersion: number, cardProfile: CardProfile) {
  const { status, text } = await request(
    cloud.url,
    path(desk),
    change(desk, { ifVersion, cardProfile }),
  )
  expect(status).toBe(200)
  return cloudApi.setCardProfile.response.parse(JSON.parse(text)).version
}

const refused = async (desk: Desk, body: unknown, at = path(desk)) =>
  (await refusal(cloud.url, at, change(desk, body))).code

describe('the card profile of an account', () => {
  it('reaches every desk that may give cards with the next version of the directory', async () => {
    const { version, groups } = await directoryOf(cloud.url, admin)
    expect(await save(admin, version, pair)).toBe(version + 1)
    for (const role of ['account-admin', 'regional-admin', 'installer'] as const) {
      const desk = await deskOf(role)
      expect((await desk.changes()).directory).toBe(version + 1)
      const seen = await directoryOf(cloud.url, desk)
      expect(seen.cardProfile).toEqual(pair)
      expect(seen.groups).toEqual(role === 'installer' ? [] : groups)
    }
  })

  it('is not changed from a version that somebody else has changed since', async () => {
    const { version } = await directoryOf(cloud.url, admin)
    await save(admin, version, pair)
    const late = { ifVersion: version, cardProfile: defaultCardProfile }
    expect(await refused(admin, late)).toBe('stale')
    const never = { ifVersion: Number.MAX_SAFE_INTEGER, cardProfile: defaultCardProfile }
    expect(await refused(admin, never)).toBe('stale')
    expect((await directoryOf(cloud.url, admin)).cardProfile).toEqual(pair)
  })

  it('is changed once when two save at the same time', async () => {
    const { version } = await directoryOf(cloud.url, admin)
    const body = { ifVersion: version, cardProfile: pair }
    const answers = await Promise.all(
      [1, 2, 3].map(() => request(cloud.url, path(admin), change(admin, body))),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409])
    expect((await directoryOf(cloud.url, admin)).version).toBe(version + 1)
  })

  it.each(['regional-admin', 'installer'] as const)('is not for a %s to change', async (role) => {
    const { version } = await directoryOf(cloud.url, admin)
    const body = { ifVersion: version, cardProfile: pair }
    expect(await refused(await deskOf(role), body)).toBe('forbidden')
    expect((await directoryOf(cloud.url, admin)).version).toBe(version)
  })

  it('decides which cards the account takes', async () => {
    const random = (name: string) => createOf({ firstName: name, cardId: '08A1B2C3' })
    const { version } = await directoryOf(cloud.url, admin)
    const strict = await save(admin, version, defaultCardProfile)
    const [refusedCard] = await admin.send(random('Refused'))
    expect(refusedCard).toMatchObject({ problem: { code: 'card.refused', reason: 'random' } })
    await save(admin, strict, pair)
    const [taken] = await admin.send(random('Taken'))
    expect(taken).toMatchObject({ outcome: 'applied' })
  })

  it('of another account is out of reach', async () => {
    const body = { ifVersion: 0, cardProfile: pair }
    expect(await refused(admin, body, `/v1/accounts/${v7()}/card-profile`)).toBe('not-found')
  })

  it.each([
    [
      'a rendering that nobody knows',
      { kind: 'printed', rule: { rendering: 'octal', take: { kind: 'all' } } },
    ],
    ['a label number that is none', { kind: 'label', prefix: 'A', digits: 4, next: '1e3' }],
    ['more than it says', { kind: 'ndef', page: 4 }],
  ])('is refused with %s', async (_what, surface) => {
    const { version } = await directoryOf(cloud.url, admin)
    const cardProfile = { ...pair, surface }
    expect(await refused(admin, { ifVersion: version, cardProfile })).toBe('schema')
  })
})
