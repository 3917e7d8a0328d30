import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { CardStep } from '../../core/card-step.ts'
import { cardsOf, stepOf } from '../support/cloud-cards.ts'
import { appliedChange, createOf, deleteOf, problemOf, updateOf } from '../support/cloud-desk.ts'
import { latest } from '../support/cloud-invitations.ts'
import { cloudUnderTest } from './cloud-under-test.ts'

const cloud = await cloudUnderTest()
const admin = await cloud.signIn()
const { freshCard, person, stateOf } = cardsOf(admin, 'AD')

const lost = (cardId: string): CardStep => ({ action: 'block', cardId, reason: 'lost' })
const found = (cardId: string): CardStep => ({ action: 'unblock', cardId })
const replace = (cardId: string, replaces: string | null): CardStep => {
  return { action: 'replace', cardId, surfaceId: 'N-1', replaces }
}
const lend = (cardId: string, until = '2099-01-01T18:00:00.000Z'): CardStep => {
  return { action: 'lend', cardId, surfaceId: 'T-1', until }
}
const takeBack = (cardId: string): CardStep => ({ action: 'take-back', cardId })

describe('the cards of a user in the cloud', () => {
  it('are blocked, found, replaced, lent and taken back in the order in which they are sent', async () => {
    const [first, second, third] = [freshCard(), freshCard(), freshCard()]
    const id = await person('Aino', first)
    const results = await admin.send(
      stepOf(id, lost(first)),
      stepOf(id, found(first)),
      stepOf(id, replace(second, first)),
      stepOf(id, lend(third)),
    )
    expect(results.map((result) => appliedChange(result).version)).toEqual([2, 3, 4, 5])
    expect(appliedChange(results[0]).state).toMatchObject({
      cardId: null,
      otherCards: [{ cardId: first, surfaceId: 'L-1', status: 'blocked', reason: 'lost' }],
    })
    expect(appliedChange(results[1]).state).toMatchObject({ cardId: first, otherCards: [] })
    expect(await stateOf(id)).toMatchObject({
      firstName: 'Aino',
      cardId: second,
      surfaceId: 'N-1',
      otherCards: [
        { cardId: first, status: 'blocked', reason: 'replaced' },
        { cardId: third, status: 'temporary', until: '2099-01-01T18:00:00.000Z' },
      ],
    })
    await admin.send(stepOf(id, takeBack(third)), stepOf(id, takeBack(first)))
    expect(await stateOf(id)).toMatchObject({ cardId: second, otherCards: [] })
  })

  it('change once, however often it is asked with the same key', async () => {
    const card = freshCard()
    const id = await person('Aino', card)
    const step = stepOf(id, lost(card))
    const [first] = await admin.send(step)
    const [again] = await admin.send(step)
    expect(again).toEqual({ ...first, replayed: true })
    expect(await latest(admin, id)).toMatchObject({ version: 2 })
    const [other] = await admin.send({ ...step, step: { ...step.step, reason: 'replaced' } })
    expect(problemOf(other)).toEqual({ code: 'key.reuse' })
  })

  it('are with one person, blocked and lent ones too, and the holder is named', async () => {
    const [blocked, lent, own] = [freshCard(), freshCard(), freshCard()]
    const holder = await person('Holder', blocked)
    await admin.send(stepOf(holder, lost(blocked)), stepOf(holder, lend(lent)))
    const id = await person('Other', own)
    const taken = { code: 'card.taken', holder: { id: holder, name: 'Holder' } }
    const results = await admin.send(
      stepOf(id, replace(blocked, own)),
      stepOf(id, lend(lent)),
      updateOf(id, 1, { cardId: blocked }),
      createOf({ firstName: 'New', cardId: lent }),
    )
    expect(results.map(problemOf)).toEqual([taken, taken, taken, taken])
    expect(await stateOf(id)).toMatchObject({ cardId: own, otherCards: [] })

    await admin.send(stepOf(holder, takeBack(lent)), deleteOf(holder, 4))
    const freed = await admin.send(stepOf(id, replace(blocked, own)), stepOf(id, lend(lent)))
    for (const result of freed) expect(result.outcome).toBe('applied')
  })

  it('leave with a move, and one that becomes the main card is no other card any more', async () => {
    const [card, next] = [freshCard(), freshCard()]
    const [from, to] = [await person('Old', card), await person('New')]
    await admin.send(stepOf(from, lost(card)))
    const surfaceId = 'L-1'
    const move = { method: 'move-card', recordId: to, fromRecordId: from, cardId: card, surfaceId }
    const [moved] = await admin.send({ opId: v7(), ...move, replaces: null })
    expect(appliedChange(moved).state?.cardId).toBe(card)
    expect(await stateOf(from)).toMatchObject({ cardId: null, otherCards: [] })

    await admin.send(stepOf(to, replace(next, card)), updateOf(to, 3, { cardId: card }))
    expect(await stateOf(to)).toMatchObject({ cardId: card, otherCards: [] })
  })

  it('are not changed on a wrong guess of what they are, and the desk learns what they are', async () => {
    const [card, other] = [freshCard(), freshCard()]
    const id = await person('Aino', card)
    const results = await admin.send(
      stepOf(id, lost(other)),
      stepOf(id, found(other)),
      stepOf(id, replace(other, null)),
      stepOf(id, lend(card)),
      stepOf(id, takeBack(card)),
    )
    expect(results.map(problemOf)).toMatchObject([
      { code: 'card.step', reason: 'not-held', current: { id, version: 1 } },
      { code: 'card.step', reason: 'not-held' },
      { code: 'card.step', reason: 'not-held' },
      { code: 'card.step', reason: 'has-card' },
      { code: 'card.step', reason: 'has-card' },
    ])
    await admin.send(stepOf(id, lost(card)), stepOf(id, replace(other, null)))
    const [late] = await admin.send(stepOf(id, found(card)))
    expect(problemOf(late)).toMatchObject({ code: 'card.step', reason: 'has-card' })
    expect(await latest(admin, id)).toMatchObject({ version: 3, state: { cardId: other } })
  })

  it('are refused with the reason: random numbers, people who are gone, steps that make no sense', async () => {
    const card = freshCard()
    const id = await person('Aino', card)
    const gone = await person('Gone')
    await admin.send(deleteOf(gone, 1))
    const results = await admin.send(
      stepOf(id, replace('08123456', card)),
      stepOf(gone, lend(freshCard())),
      stepOf(v7(), lost(card)),
      { opId: v7(), method: 'card', recordId: id, step: { action: 'lend', cardId: card } },
    )
    expect(results.map(problemOf)).toMatchObject([
      { code: 'card.refused', reason: 'random' },
      { code: 'gone' },
      { code: 'gone' },
      { code: 'schema', field: 'step.surfaceId' },
    ])
  })

  it('are changed by admins only, and not of those above them', async () => {
    const [installer, regional] = [
      await cloud.member('installer'),
      await cloud.member('regional-admin'),
    ]
    const [own, high] = [freshCard(), freshCard()]
    const [made] = await installer.send(createOf({ firstName: 'Own', cardId: own }))
    const [refused] = await installer.send(stepOf(appliedChange(made).id, lost(own)))
    expect(problemOf(refused)).toEqual({ code: 'forbidden' })
    const { regionId } = cloud
    const boss = createOf({ firstName: 'Boss', role: 'account-admin', cardId: high, regionId })
    await admin.send(boss)
    const [above] = await regional.send(stepOf(boss.recordId, lost(high)))
    expect(problemOf(above)).toEqual({ code: 'forbidden' })
  })
})
