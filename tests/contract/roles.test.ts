import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../core/role.ts'
import {
  appliedChange,
  bearer,
  createOf,
  deleteOf,
  problemOf,
  refusal,
  updateOf,
} from '../support/cloud-desk.ts'
import { cloudUnderTest, freshEmail } from './cloud-under-test.ts'

const cloud = await cloudUnderTest()
const admin = await cloud.signIn()

const deskOf = (role: Role) => cloud.member(role)

describe('an installer', () => {
  it('creates users with a card and without an email, nothing else', async () => {
    const installer = await deskOf('installer')
    const card = 'CC000001'
    const [made, admins, mailed, cardless] = await installer.send(
      createOf({ firstName: 'Own', cardId: card }),
      createOf({ firstName: 'Boss', role: 'account-admin', cardId: 'CC000002' }),
      createOf({ email: 'x@example.com', cardId: 'CC000003' }),
      createOf({ firstName: 'No card' }),
    )
    expect(appliedChange(made).state?.createdBy).toBe(installer.signedIn.person.id)
    expect(problemOf(admins)).toEqual({ code: 'role.forbidden', allowed: ['user'] })
    expect(problemOf(mailed)).toEqual({ code: 'email.forbidden' })
    expect(problemOf(cardless)).toEqual({ code: 'card.required' })

    const { id } = appliedChange(made)
    const [without, mail] = await installer.send(
      updateOf(id, 1, { cardId: null }),
      updateOf(id, 1, { email: 'y@example.com' }),
    )
    expect(problemOf(without)).toEqual({ code: 'card.required' })
    expect(problemOf(mail)).toEqual({ code: 'email.forbidden' })
  })

  it('sees and changes only what they made themselves', async () => {
    const installer = await deskOf('installer')
    const [own] = await installer.send(createOf({ firstName: 'Mine', cardId: 'CC000011' }))
    const [other] = await admin.send(createOf({ firstName: 'Theirs', cardId: 'CC000012' }))
    const mine = [appliedChange(own)]
    expect((await installer.changes()).changes).toEqual(mine)
    expect((await installer.snapshot()).records).toEqual(mine)
    expect((await installer.digest()).count).toBe(1)

    const { id } = appliedChange(other)
    const results = await installer.send(
      updateOf(id, 1, { firstName: 'Taken over' }),
      deleteOf(id, 1),
      { ...createOf({ firstName: 'Again', cardId: 'CC000013' }, id), opId: v7() },
    )
    expect(results.map(problemOf)).toEqual(results.map(() => ({ code: 'forbidden' })))
  })

  it('learns that a card is taken, but not by whom', async () => {
    const installer = await deskOf('installer')
    const [holder] = await admin.send(createOf({ firstName: 'Secret', cardId: 'CC000021' }))
    const [refused] = await installer.send(createOf({ firstName: 'A', cardId: 'CC000021' }))
    const { id } = appliedChange(holder)
    expect(problemOf(refused)).toEqual({ code: 'card.taken', holder: { id, name: '' } })
  })
})

describe('a regional admin', () => {
  it('neither invites nor changes an Account Admin', async () => {
    const regional = await deskOf('regional-admin')
    const { regionId } = cloud
    const [boss, user] = await admin.send(
      createOf({ firstName: 'Boss', role: 'account-admin', regionId }),
      createOf({ firstName: 'User', regionId }),
    )
    const results = await regional.send(
      createOf({ email: 'a@example.com', role: 'account-admin' }),
      updateOf(appliedChange(user).id, 1, { role: 'account-admin' }),
      updateOf(appliedChange(boss).id, 1, { firstName: 'Bossy' }),
      deleteOf(appliedChange(boss).id, 1),
    )
    const allowed = ['user', 'regional-admin', 'installer']
    expect(results.map(problemOf)).toEqual([
      { code: 'role.forbidden', allowed },
      { code: 'role.forbidden', allowed },
      { code: 'forbidden' },
      { code: 'forbidden' },
    ])
  })
})

describe('an account', () => {
  it('answers nobody what somebody else has sent under the same key', async () => {
    const made = createOf({ firstName: 'Mine', email: freshEmail() })
    const items = [made, updateOf(made.recordId, 1, { lastName: 'Too' })]
    await admin.send(...items)
    const roles = ['account-admin', 'regional-admin', 'installer'] as const
    for (const other of await Promise.all(roles.map(deskOf))) {
      expect((await other.send(...items)).map(problemOf)).toEqual(
        items.map(() => ({ code: 'key.reuse' })),
      )
    }
  })

  it('that a person is no member of is not there for them', async () => {
    const headers = bearer(admin.token)
    const unknown = `/v1/accounts/${v7()}/changes`
    expect((await refusal(cloud.url, unknown, { headers })).code).toBe('not-found')
  })
})
