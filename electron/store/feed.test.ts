import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { changed, id, person, tombstone } from '../../tests/support/desk-people.ts'
import { appliedItem, createStoreUnderTest } from '../../tests/support/desk-store-under-test.ts'

const sha = (text: string) => createHash('sha256').update(text).digest('hex')

describe('the change feed', () => {
  it('takes a page and its cursor together, and only at its own cursor', () => {
    const desk = createStoreUnderTest()
    const page = { from: null, next: '1', changes: [changed(id(1), 1, person())] }
    expect(desk.feed.applyPage(page)).toBe(true)
    expect(desk.feed.cursor()).toBe('1')
    const other = { from: null, next: '9', changes: [tombstone(id(1), 2)] }
    expect(desk.feed.applyPage(other)).toBe(false)
    expect(desk.feed.cursor()).toBe('1')
    expect(desk.people.fields(id(1))).toEqual(person())
  })

  it('never goes back to an older version', () => {
    const desk = createStoreUnderTest()
    const newer = person({ firstName: 'Newer' })
    const changes = [changed(id(1), 5, newer), changed(id(1), 4, person()), tombstone(id(1), 3)]
    desk.feed.applyPage({ from: null, next: '1', changes })
    expect(desk.people.fields(id(1))).toEqual(newer)
  })

  it('changes what is shown only where nothing of this desk waits', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known()
    desk.update(recordId, { organization: 'Mine' })
    const from = desk.feed.cursor()
    const theirs = person({ organization: 'Theirs', firstName: 'Aina' })
    desk.feed.applyPage({ from, next: 'x', changes: [changed(recordId, 2, theirs)] })
    expect(desk.people.fields(recordId)).toEqual({ ...theirs, organization: 'Mine' })
  })

  it('forgets the person with the tombstone', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({ cardId: '11111111' })
    const from = desk.feed.cursor()
    desk.feed.applyPage({ from, next: 'x', changes: [tombstone(recordId, 2)] })
    expect(desk.people.fields(recordId)).toBeNull()
    expect(
      desk.db.prepare('SELECT base, email, first_name AS name, card FROM record').all(),
    ).toEqual([{ base: null, email: null, name: '', card: null }])
  })

  it('has the digest that the contract defines', () => {
    const desk = createStoreUnderTest()
    const changes = [
      changed(id(11), 3, person()),
      changed(id(1), 2, person()),
      tombstone(id(2), 2),
      changed(id(3), 1, person()),
    ]
    desk.feed.applyPage({ from: null, next: '1', changes })
    desk.create()
    const { count, buckets } = desk.feed.digest()
    expect(count).toBe(3)
    expect(buckets).toHaveLength(16)
    expect(buckets[1]).toBe(sha(`${id(1)}:2\n${id(11)}:3\n`))
    expect(buckets[3]).toBe(sha(`${id(3)}:1\n`))
    expect(buckets[2]).toBe(sha(''))
  })
})

describe('a snapshot', () => {
  it('shows nothing until it is complete, then exactly itself and what still waits', () => {
    const desk = createStoreUnderTest()
    const [gone, kept] = [desk.known(), desk.known()]
    const own = desk.create({ firstName: 'Waiting' })
    desk.feed.beginSnapshot()
    desk.feed.addToSnapshot([changed(kept, 4, person({ firstName: 'Kept' }))])
    desk.feed.addToSnapshot([changed(id(800), 1, person({ firstName: 'New' }))])
    expect(desk.people.fields(gone)).toEqual(person())
    expect(desk.people.fields(id(800))).toBeNull()
    desk.feed.finishSnapshot('99')
    expect(desk.feed.cursor()).toBe('99')
    expect(desk.people.fields(gone)).toBeNull()
    expect(desk.people.fields(kept)).toMatchObject({ firstName: 'Kept' })
    expect(desk.people.fields(id(800))).toMatchObject({ firstName: 'New' })
    expect(desk.only().opId).toBe(own)
  })

  it('starts again from nothing after one that was never finished', () => {
    const desk = createStoreUnderTest()
    desk.feed.beginSnapshot()
    desk.feed.addToSnapshot([changed(id(800), 1, person())])
    desk.feed.beginSnapshot()
    desk.feed.finishSnapshot('1')
    expect(desk.people.fields(id(800))).toBeNull()
  })

  it('keeps what was settled while it was read', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.create()
    const item = desk.only()
    desk.feed.beginSnapshot()
    desk.settle(appliedItem(item, desk, 1))
    desk.feed.finishSnapshot('1')
    expect(desk.people.fields(recordId)).toEqual(person())
  })

  it('never lowers a version that is known already', () => {
    const desk = createStoreUnderTest()
    const recordId = desk.known({ firstName: 'Newer' }, 5)
    desk.feed.beginSnapshot()
    desk.feed.addToSnapshot([changed(recordId, 4, person())])
    desk.feed.finishSnapshot('1')
    expect(desk.people.fields(recordId)).toMatchObject({ firstName: 'Newer' })
  })
})
