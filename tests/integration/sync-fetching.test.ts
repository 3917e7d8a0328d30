import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../core/outcome.ts'
import { createEngineUnderTest } from '../support/engine-under-test.ts'

const idOf = (n: number) => `019ab111-0000-7000-8000-00000000000${n}`

describe('fetching', () => {
  const fields = {
    email: 'grace@example.com',
    role: 'user' as const,
    firstName: 'Grace',
    lastName: 'Hopper',
    organization: '',
    additionalInformation: '',
    cardId: null,
    surfaceId: '',
    regionId: null,
  }

  it('follows the feed page by page, then every 30 seconds and on focus', () => {
    const desk = createEngineUnderTest()
    for (let n = 0; n < 8; n += 1) desk.cloud.create(idOf(n), fields)
    desk.settle()
    expect(desk.store.people.fields(idOf(7))).toEqual(fields)
    expect(desk.engine().next()).toEqual({ request: null, wakeInMs: 30_000 })
    desk.engine().nudge('focus')
    expect(desk.engine().next().request?.kind).toBe('changes')
  })

  it('ignores a page that does not follow its own cursor', () => {
    const desk = createEngineUnderTest()
    desk.cloud.create(idOf(1), fields)
    const request = desk.askedFor('changes')
    const stray = desk.cloud.changes(null, 3)
    if (stray === 'cursor.expired') throw new Error('unexpected')
    desk.engine().done({ kind: 'changes', result: ok({ ...stray, from: 'elsewhere' }) })
    expect(request.cursor).toBeNull()
    expect(desk.store.feed.cursor()).toBeNull()
    expect(desk.askedFor('changes').cursor).toBeNull()
  })

  it('takes a snapshot when its cursor has expired, and leaves the queue alone', () => {
    const desk = createEngineUnderTest()
    for (let n = 0; n < 5; n += 1) desk.cloud.create(idOf(n), fields)
    desk.settle()
    desk.cloud.erase(idOf(0))
    desk.cloud.create(idOf(6), fields)
    desk.cloud.forgetFeed()
    const mine = desk.create()
    desk.engine().nudge('focus')
    const snapshot = desk.askedFor('snapshot')
    expect(snapshot.after).toBeNull()
    desk.reply(snapshot)
    desk.settle()
    expect(desk.store.people.fields(idOf(0))).toBeNull()
    expect(desk.store.people.fields(idOf(6))).toEqual(fields)
    expect(desk.evidence().outcomes.get(mine)).toBe('applied')
    expect(desk.store.people.fields(mine)?.firstName).toBe('Ada')
  })

  it('notices a copy that differs, reports it and heals it by a snapshot', () => {
    const desk = createEngineUnderTest()
    for (let n = 0; n < 3; n += 1) desk.cloud.create(idOf(n), fields)
    const request = desk.askedFor('changes')
    const page = desk.cloud.changes(request.cursor, 3)
    if (page === 'cursor.expired') throw new Error('unexpected')
    // A lost line that neither side could notice by itself.
    desk.engine().done({ kind: 'changes', result: ok({ ...page, changes: page.changes.slice(1) }) })
    desk.reply(desk.askedFor('digest'))
    expect(desk.reports).toEqual([{ kind: 'diverged', ownCount: 2, cloudCount: 3 }])
    desk.settle()
    expect(desk.store.people.fields(idOf(0))).toEqual(fields)
  })

  it('does not bring back a record when an old answer speaks of it', () => {
    const desk = createEngineUnderTest()
    desk.settle()
    const id = desk.create()
    const { items } = desk.askedFor('batch')
    desk.cloud.batch(items)
    desk.engine().done({ kind: 'batch', result: ok({ results: [] }) })
    desk.cloud.erase(id)
    desk.cloud.forgetFeed()
    desk.engine().nudge('focus')
    desk.settle()
    desk.reply(desk.askedFor('batch'))
    desk.settle()
    expect(desk.evidence().outcomes.get(id)).toBe('applied')
    expect(desk.store.people.fields(id)).toBeNull()
    expect(desk.reports).toEqual([])
  })

  it('keeps sending while only fetching fails', () => {
    const desk = createEngineUnderTest()
    for (let n = 0; n < 4; n += 1) {
      const request = desk.askedFor('changes')
      desk.refuse(request, fail('internal'))
    }
    const id = desk.create()
    const next = desk.engine().next().request
    expect(next?.kind).toBe('batch')
    if (next !== null) desk.reply(next)
    expect(desk.evidence().outcomes.get(id)).toBe('applied')
    expect(desk.status().channel).toBe('trouble')
  })
})

describe('the directory', () => {
  it('is fetched when the feed tells of another version, and only then', () => {
    const desk = createEngineUnderTest()
    desk.settle()
    expect(desk.store.directory.get()).toMatchObject({ version: 0, groups: [] })

    desk.cloud.addGroup('Cleaners')
    desk.engine().nudge('focus')
    desk.reply(desk.askedFor('directory'))
    expect(desk.store.directory.get()).toMatchObject({ version: 1, groups: [{ name: 'Cleaners' }] })
    desk.engine().nudge('focus')
    desk.reply(desk.askedFor('changes'))
    expect(desk.engine().next().request).toBeNull()
  })

  it('that this person may not see any more stops nothing else', () => {
    const desk = createEngineUnderTest()
    desk.cloud.addGroup('Cleaners')
    desk.refuse(desk.askedFor('directory'), fail('forbidden'))
    const id = desk.create()
    desk.settle()
    expect(desk.evidence().outcomes.get(id)).toBe('applied')
    expect(desk.status().channel).toBe('idle')
  })
})
