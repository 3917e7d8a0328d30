import { describe, expect, it } from 'vitest'
import { at, id, person } from '../../tests/support/desk-people.ts'
import { createStoreUnderTest } from '../../tests/support/desk-store-under-test.ts'

const rosterId = id(900)
const blank = { email: null, lastName: '', organization: '', additionalInformation: '' }

function deskWithList(...names: string[]) {
  const desk = createStoreUnderTest()
  const people = names.map((firstName, n) => {
    return { ...blank, firstName, opId: id(500 + n), recordId: null }
  })
  desk.rosters.create({ rosterId, title: 'Monday', source: 'list', people, at })
  const view = () => {
    const found = desk.rosters.view(rosterId)
    if (found === null) throw new Error('there is no list')
    return found
  }
  const assign = (cardId: string) => {
    const { opId = '', firstName = '' } = view().current ?? {}
    const fields = { ...person({ firstName, email: null }), cardId }
    return desk.rosters.assign({ rosterId, opId, fields, before: null, move: null, at })
  }
  const pass = (kind: 'skip' | 'absent') =>
    desk.rosters.step(rosterId, { kind, opId: view().current?.opId ?? '' }, at)
  const go = (position: number) => desk.rosters.step(rosterId, { kind: 'go', position }, at)
  return { desk, view, assign, pass, go, people }
}

const card = (n: number) => `04000000000${n}80`
const names = (rows: readonly { firstName: string }[]) => rows.map(({ firstName }) => firstName)

describe('a list of people', () => {
  it('puts person, operation and list down in one step', () => {
    const { desk, view, assign } = deskWithList('Anna', 'Bo')
    assign(card(1))
    expect(desk.people.fields(id(500))).toMatchObject({ firstName: 'Anna', cardId: card(1) })
    expect(desk.only()).toMatchObject({ opId: id(500), method: 'create' })
    expect(view()).toMatchObject({ current: { firstName: 'Bo' }, counts: { assigned: 1 } })
  })

  it('leaves everything as it was when one of them fails', () => {
    const { desk, view, assign } = deskWithList('Anna')
    desk.db
      .prepare(
        `CREATE TRIGGER full BEFORE UPDATE ON roster_person BEGIN SELECT raise(ABORT, 'no'); END`,
      )
      .run()
    expect(() => assign(card(1))).toThrow('no')
    expect(desk.people.fields(id(500))).toBeNull()
    expect(desk.outbox.counts().ready).toBe(0)
    expect(view().current?.firstName).toBe('Anna')
  })

  it('comes back to those who wait further up when the end is reached', () => {
    const { view, assign, go } = deskWithList('Anna', 'Bo', 'Carla')
    go(2)
    expect(names(view().following)).toEqual(['Anna', 'Bo'])
    assign(card(1))
    expect(view().current?.firstName).toBe('Anna')
  })

  it('passes people over, and Back leads to the nearest without a card', () => {
    const { view, assign, pass, go } = deskWithList('Anna', 'Bo', 'Carla', 'Dora')
    pass('skip')
    pass('absent')
    assign(card(1))
    expect(view()).toMatchObject({
      current: { firstName: 'Dora' },
      before: 1,
      counts: { skipped: 1, absent: 1, assigned: 1, waiting: 1 },
    })
    go(1)
    expect(view().current).toMatchObject({ firstName: 'Bo', state: 'waiting' })
  })

  it('never lets anybody with a card have another turn', () => {
    const { view, assign, go } = deskWithList('Anna', 'Bo')
    assign(card(1))
    go(0)
    expect(view().current?.firstName).toBe('Bo')
  })

  it('takes a step that is asked twice as one', () => {
    const { desk, view } = deskWithList('Anna', 'Bo', 'Carla')
    const step = { kind: 'skip', opId: id(500) } as const
    desk.rosters.step(rosterId, step, at)
    desk.rosters.step(rosterId, step, at)
    expect(view().current?.firstName).toBe('Bo')
  })

  it('has no more turns when everybody has had theirs, and Undo opens it again', () => {
    const { desk, view, assign } = deskWithList('Anna')
    assign(card(1))
    expect(view()).toMatchObject({ current: null, following: [] })
    const undo = { rosterId, opId: id(500), newOpId: id(600), changeOpId: id(601) }
    desk.rosters.undo({ ...undo, mayBeCardless: false, at })
    expect(view().current).toMatchObject({ firstName: 'Anna', opId: id(600), cardId: null })
    expect(desk.outcome(id(500))).toMatchObject({ outcome: 'cancelled', reason: 'undone' })
    expect(desk.claim()).toEqual([])
  })

  it('takes nothing back from who may not be without a card once it was sent', () => {
    const { desk, view, assign } = deskWithList('Anna')
    assign(card(1))
    desk.claim()
    const undo = { rosterId, opId: id(500), newOpId: id(600), changeOpId: id(601), at }
    expect(desk.rosters.undo({ ...undo, mayBeCardless: false })).toMatchObject({
      code: 'card-missing',
    })
    expect(view().recent[0]?.cardId).toBe(card(1))
    expect(desk.rosters.undo({ ...undo, mayBeCardless: true })).toMatchObject({ ok: true })
    expect(desk.people.fields(id(500))).toMatchObject({ cardId: null })
    expect(view().current?.recordId).toBe(id(500))
  })

  it('gives back the card that somebody had before', () => {
    const { desk, view } = deskWithList('Anna')
    const recordId = desk.known({ firstName: 'Bo', cardId: card(8), surfaceId: 'B-8' })
    const before = desk.people.fields(recordId)
    const one = { ...blank, firstName: 'Bo', opId: id(700), recordId }
    const other = id(901)
    desk.rosters.create({ rosterId: other, title: '', source: 'group', people: [one], at })
    expect(desk.rosters.view(other)?.current?.cardBefore).toBe(card(8))
    expect(desk.rosters.running()).toBe(other)
    expect(view().finishedAt).toBeNull()
    const fields = { ...person({ firstName: 'Bo' }), cardId: card(9), surfaceId: 'B-9' }
    desk.rosters.assign({ rosterId: other, opId: id(700), fields, before, move: null, at })
    expect(desk.people.fields(recordId)).toMatchObject({ cardId: card(9), surfaceId: 'B-9' })
    const ids = { rosterId: other, opId: id(700), newOpId: id(701), changeOpId: id(702) }
    desk.rosters.undo({ ...ids, mayBeCardless: true, at })
    expect(desk.people.fields(recordId)).toMatchObject({ cardId: card(8), surfaceId: 'B-8' })
  })

  it('knows the members of a group who have no card', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({ firstName: 'Bo', cardId: null })
    desk.known({ firstName: 'Elsa', cardId: null })
    const groups = { addGroups: [id(50)], addRights: [] }
    desk.people.acceptGrants({ items: [{ opId: desk.mint(), recordId }], ...groups, at })
    expect(desk.rosters.cardlessMembers(id(50))).toMatchObject([{ recordId, firstName: 'Bo' }])
  })
})
