import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { cardsOf, moveOf } from '../support/cloud-cards.ts'
import { appliedChange, createOf, deleteOf, problemOf, updateOf } from '../support/cloud-desk.ts'
import { latest } from '../support/cloud-invitations.ts'
import { cloudUnderTest } from './cloud-under-test.ts'

const cloud = await cloudUnderTest()
const admin = await cloud.signIn()
const { freshCard, person, stateOf } = cardsOf(admin, 'AC')

describe('a card that is moved', () => {
  it('leaves one person and is with the other, and both are told in the feed', async () => {
    const card = freshCard()
    const [from, to] = [await person('Old', card), await person('New')]
    const [moved] = await admin.send(moveOf(to, from, card))
    expect(appliedChange(moved)).toMatchObject({ id: to, version: 2, state: { cardId: card } })
    expect(await latest(admin, from)).toMatchObject({
      version: 2,
      state: { cardId: null, surfaceId: '', firstName: 'Old' },
    })
    expect(await latest(admin, to)).toMatchObject({
      version: 2,
      state: { cardId: card, surfaceId: 'L-1', firstName: 'New' },
    })
  })

  it('is moved once, however often it is asked with the same key', async () => {
    const card = freshCard()
    const [from, to] = [await person('Old', card), await person('New')]
    const move = moveOf(to, from, card)
    const [first] = await admin.send(move)
    const [again] = await admin.send(move)
    expect(again).toEqual({ ...first, replayed: true })
    expect(await latest(admin, from)).toMatchObject({ version: 2 })
    const [other] = await admin.send({ ...move, surfaceId: 'Other' })
    expect(problemOf(other)).toEqual({ code: 'key.reuse' })
  })

  it('goes to somebody who is created in the same batch, and on to a third', async () => {
    const card = freshCard()
    const from = await person('Old', card)
    const [one, two] = [createOf({ firstName: 'One' }), createOf({ firstName: 'Two' })]
    const results = await admin.send(
      one,
      moveOf(one.recordId, from, card),
      two,
      moveOf(two.recordId, one.recordId, card),
    )
    expect(results.map(({ outcome }) => outcome)).toEqual(results.map(() => 'applied'))
    expect((await stateOf(one.recordId))?.cardId).toBeNull()
    expect((await stateOf(two.recordId))?.cardId).toBe(card)
  })

  it('is given also when it became free meanwhile, or is there already', async () => {
    const card = freshCard()
    const [from, to] = [await person('Old', card), await person('New')]
    await admin.send(deleteOf(from, 1))
    const [given] = await admin.send(moveOf(to, from, card))
    expect(appliedChange(given).state?.cardId).toBe(card)
    const [again] = await admin.send(moveOf(to, from, card))
    expect(appliedChange(again).state?.cardId).toBe(card)
  })

  it('is never taken from somebody else than the one who was named', async () => {
    const card = freshCard()
    const [third, from, to] = [
      await person('Third', card),
      await person('Old'),
      await person('New'),
    ]
    const [refused] = await admin.send(moveOf(to, from, card))
    expect(problemOf(refused)).toEqual({ code: 'card.taken', holder: { id: third, name: 'Third' } })
    expect((await stateOf(third))?.cardId).toBe(card)
    expect((await stateOf(to))?.cardId).toBeNull()
  })

  it('does not push out a card that others gave to the new holder meanwhile', async () => {
    const [card, own] = [freshCard(), freshCard()]
    const [from, to] = [await person('Old', card), await person('New')]
    await admin.send(updateOf(to, 1, { cardId: own }))
    const [refused] = await admin.send(moveOf(to, from, card))
    expect(problemOf(refused)).toMatchObject({ code: 'stale', current: { id: to, version: 2 } })
    const [moved] = await admin.send(moveOf(to, from, card, own))
    expect(appliedChange(moved).state?.cardId).toBe(card)
  })

  it('stays where it is when the new holder is gone or is the old one', async () => {
    const card = freshCard()
    const [from, to] = [await person('Old', card), await person('New')]
    await admin.send(deleteOf(to, 1))
    const results = await admin.send(
      moveOf(to, from, card),
      moveOf(v7(), from, card),
      moveOf(from, from, card, card),
    )
    expect(results.map(problemOf)).toMatchObject([
      { code: 'gone' },
      { code: 'gone' },
      { code: 'schema', field: 'fromRecordId' },
    ])
    expect((await stateOf(from))?.cardId).toBe(card)
  })

  it('is moved only by those who may change both people', async () => {
    const [installer, regional] = [
      await cloud.member('installer'),
      await cloud.member('regional-admin'),
    ]
    const [one, two] = [freshCard(), freshCard()]
    const made = await installer.send(
      createOf({ firstName: 'Own', cardId: one }),
      createOf({ firstName: 'Other', cardId: two }),
    )
    const [own, other] = made.map((result) => appliedChange(result).id)
    const [refused] = await installer.send(moveOf(own ?? '', other ?? '', two, one))
    expect(problemOf(refused)).toEqual({ code: 'forbidden' })

    const card = freshCard()
    const { regionId } = cloud
    const admins = createOf({ firstName: 'Boss', role: 'account-admin', cardId: card, regionId })
    const to = createOf({ firstName: 'New', regionId })
    await admin.send(admins, to)
    const [above] = await regional.send(moveOf(to.recordId, admins.recordId, card))
    expect(problemOf(above)).toEqual({ code: 'forbidden' })
    expect((await stateOf(admins.recordId))?.cardId).toBe(card)
  })
})
