import { describe, expect, it } from 'vitest'
import { keptSince, mostUnknown } from '../../core/scan/keeping.ts'
import type { LooseQuery } from '../../core/scan/scan.ts'
import { at, id } from '../../tests/support/desk-people.ts'
import { createStoreUnderTest } from '../../tests/support/desk-store-under-test.ts'
import { createLooseCards } from './loose-cards.ts'

const scanId = id(900)
const card = (n: number) => `04C43BC21C26${n}0`
const everything: LooseQuery = {
  source: null,
  search: '',
  limit: 100,
  direction: 'forward',
  at: null,
}

function deskThatScans(next = '1', digits = 3) {
  const desk = createStoreUnderTest()
  desk.loose.start({ scanId, rule: { prefix: 'A-', digits, next }, at })
  const view = () => {
    const found = desk.loose.view(scanId)
    if (found === null) throw new Error('there is no scan')
    return found
  }
  const lay = (uid: string) => {
    const done = desk.loose.label(scanId, { uid, reader: 'Left', at })
    if (!done.ok) throw new Error(done.code)
    return done.value
  }
  const page = (query: Partial<LooseQuery> = {}) => desk.loose.page({ ...everything, ...query })
  const list = (search = '', source: 'scan' | 'unknown' | null = null) =>
    page({ source, search }).rows.map(({ uid }) => uid)
  const meet = (uid: string, when = at) =>
    desk.loose.met({ uid, reader: 'Left', at: when }, keptSince(when))
  return { desk, view, lay, page, list, meet }
}

describe('a quick scan', () => {
  it('gives each card the next label, and the one it has to a card laid down twice', () => {
    const { view, lay } = deskThatScans()
    expect([card(1), card(2), card(1), card(3)].map(lay)).toEqual([
      { kind: 'labelled', label: 'A-001' },
      { kind: 'labelled', label: 'A-002' },
      { kind: 'again', label: 'A-001' },
      { kind: 'labelled', label: 'A-003' },
    ])
    expect(view()).toMatchObject({ nextLabel: 'A-004', count: 3 })
    expect(view().recent.map(({ label }) => label)).toEqual(['A-003', 'A-002', 'A-001'])
  })

  it('knows a card again from a reader that turns its bytes around', () => {
    const { lay } = deskThatScans()
    lay('1C78F2BF')
    expect(lay('BFF2781C')).toEqual({ kind: 'again', label: 'A-001' })
  })

  it('passes over labels that somebody’s card has already', () => {
    const { desk, lay } = deskThatScans('1')
    desk.create({ cardId: card(8), surfaceId: 'A-002' })
    expect([card(1), card(2)].map(lay)).toMatchObject([{ label: 'A-001' }, { label: 'A-003' }])
  })

  it('says when the digits are used up, and takes no card', () => {
    const { view, lay, list } = deskThatScans('9', 1)
    expect(lay(card(1))).toEqual({ kind: 'labelled', label: 'A-9' })
    expect(lay(card(2))).toEqual({ kind: 'full' })
    expect(view().nextLabel).toBeNull()
    expect(list()).toEqual([card(1)])
  })

  it('counts further than numbers of JavaScript reach', () => {
    const { lay } = deskThatScans('9007199254740993', 16)
    expect(lay(card(1))).toMatchObject({ label: 'A-9007199254740993' })
    expect(lay(card(2))).toMatchObject({ label: 'A-9007199254740994' })
  })

  it('gives a label that was taken back to the next card, and only the last one is', () => {
    const { desk, lay, list } = deskThatScans()
    lay(card(1))
    lay(card(2))
    desk.loose.undo(scanId, card(1))
    expect(list()).toHaveLength(2)
    desk.loose.undo(scanId, card(2))
    desk.loose.undo(scanId, card(2))
    expect(lay(card(3))).toEqual({ kind: 'labelled', label: 'A-002' })
  })

  it('is one scan when it is started twice, and goes on where it was', () => {
    const { desk, view, lay } = deskThatScans()
    lay(card(1))
    desk.loose.start({ scanId, rule: { prefix: 'A-', digits: 3, next: '1' }, at })
    expect(desk.loose.running()).toBe(scanId)
    desk.loose.end(scanId, at, at)
    expect(desk.loose.running()).toBeNull()
    desk.loose.end(scanId, null, at)
    expect(desk.loose.running()).toBe(scanId)
    expect(view().nextLabel).toBe('A-002')
  })

  it('keeps its labels from the roll that the forms take theirs from', () => {
    const { desk, lay } = deskThatScans('7')
    lay(card(1))
    expect(desk.people.highestLabel({ prefix: 'A-', digits: 3 })).toBe('A-007')
  })
})

describe('a card that nobody has', () => {
  it('leaves the list while somebody has it, and is back when that is discarded', () => {
    const { desk, lay, list } = deskThatScans()
    lay(card(1))
    const recordId = desk.create({ cardId: card(1) })
    expect(list()).toEqual([])
    expect(desk.loose.rows(scanId)).toMatchObject([{ uid: card(1), label: 'A-001' }])
    expect(desk.loose.rows(scanId)[0]?.holder).not.toBeNull()
    desk.delete(recordId)
    expect(list()).toEqual([card(1)])
  })

  it('is counted each time it is met, and stays when its label is taken back', () => {
    const { desk, meet, lay, list } = deskThatScans()
    meet(card(1))
    expect(meet(card(1))).toMatchObject({ value: { taps: 2, source: 'unknown', label: null } })
    expect(lay(card(1))).toEqual({ kind: 'labelled', label: 'A-001' })
    expect(list('', 'unknown')).toEqual([])
    desk.loose.undo(scanId, card(1))
    expect(list('', 'unknown')).toEqual([card(1)])
  })

  it.each(['a-001', '0477688511', '3220338716', '1c:78', '78F2'])('is found by %s', (search) => {
    const { lay, list } = deskThatScans()
    lay('1C78F2BF')
    lay(card(2))
    expect(list(search)).toEqual(['1C78F2BF'])
  })

  it('is forgotten for good, and its number is not given again', () => {
    const { desk, lay, list } = deskThatScans()
    lay(card(1))
    desk.loose.forget(card(1))
    expect(list()).toEqual([])
    expect(lay(card(2))).toMatchObject({ label: 'A-002' })
  })

  it('is back as it was when the forgetting is undone, and only then', () => {
    const { desk, lay, list, view } = deskThatScans()
    lay(card(1))
    lay(card(2))
    desk.loose.forget(card(2))
    expect(view().count).toBe(1)
    expect(desk.loose.restore(card(2))).toEqual({ ok: true, value: { restored: true } })
    expect(list('A-002')).toEqual([card(2)])
    desk.loose.forget(card(1))
    const again = createLooseCards(desk.db)
    expect(again.restore(card(1))).toEqual({ ok: true, value: { restored: false } })
  })

  it('comes back without its label where another card has that by now', () => {
    const { desk, lay, list } = deskThatScans()
    lay(card(1))
    lay(card(2))
    desk.loose.forget(card(2))
    desk.loose.undo(scanId, card(1))
    expect([card(3), card(4)].map(lay)).toMatchObject([{ label: 'A-001' }, { label: 'A-002' }])
    desk.loose.restore(card(2))
    expect(list('A-002')).toEqual([card(4)])
    expect(list('', 'unknown')).toEqual([card(2)])
  })

  it('tells what kind it is, also when a later reader does not', () => {
    const { desk, page } = deskThatScans()
    desk.loose.met({ uid: card(1), atr: '3B8180018080', reader: 'Left', at }, keptSince(at))
    desk.loose.met({ uid: card(1), source: 'keyboard', reader: 'Right', at }, keptSince(at))
    expect(page().rows).toMatchObject([
      { atr: '3B8180018080', readBy: 'keyboard', reader: 'Right', taps: 2 },
    ])
  })

  it('is shown page by page, there and back, and found wherever the list has changed', () => {
    const { meet, page, desk } = deskThatScans()
    const uids = Array.from({ length: 25 }, (_each, n) => numbered(n))
    for (const uid of uids) meet(uid)
    const limit = 10
    const first = page({ limit })
    const second = page({ limit, at: first.next })
    const third = page({ limit, at: second.next })
    const all = [first, second, third].flatMap(({ rows }) => rows.map(({ uid }) => uid))
    expect(all).toEqual(uids.toReversed())
    expect([first, second, third].map(({ from, total }) => [from, total])).toEqual([
      [1, 25],
      [11, 25],
      [21, 25],
    ])
    expect([first.previous, third.next]).toEqual([null, null])
    expect(page({ limit, direction: 'backward' })).toEqual(third)
    expect(page({ limit, direction: 'backward', at: third.previous })).toEqual(second)
    expect(page({ limit, direction: 'backward', at: second.previous })).toEqual(first)
    for (const { uid } of third.rows) desk.loose.forget(uid)
    expect(page({ limit, at: second.next }).rows).toEqual(second.rows)
  })
})

describe('a card without a label', () => {
  it('is forgotten after ninety days without a tap; one with a label never', () => {
    const { desk, lay, list, meet } = deskThatScans()
    lay(card(1))
    meet(card(2), '2026-01-01T12:00:00.000Z')
    meet(card(3), '2026-02-01T12:00:00.000Z')
    desk.loose.forgetOld(keptSince('2026-04-01T12:00:00.000Z'))
    expect(list()).toEqual([card(1), card(3), card(2)])
    desk.loose.forgetOld(keptSince('2026-04-01T12:00:00.001Z'))
    expect(list()).toEqual([card(1), card(3)])
    meet(card(4), '2026-09-01T12:00:00.000Z')
    expect(list()).toEqual([card(1), card(4)])
  })

  it('makes place for new ones where there are ten thousand', () => {
    const { desk, meet, page, lay } = deskThatScans()
    lay(card(1))
    desk.db.write(() => {
      const insert = desk.db.prepare<[string, string, string]>(
        `INSERT INTO loose_card (uid, reader, first_seen_at, last_seen_at, taps, met)
         VALUES (?, 'Left', ?, ?, 1, 1)`,
      )
      for (let n = 0; n <= mostUnknown; n += 1) insert.run(numbered(n), at, at)
    })
    meet(card(2))
    expect(page({ source: 'unknown' }).total).toBe(mostUnknown + 1)
    expect(page({ search: numbered(0) }).total).toBe(0)
    expect(page({ search: numbered(1) }).total).toBe(1)
    expect(page({ source: 'scan' }).total).toBe(1)
  })
})

/** A UID of seven bytes. */
const numbered = (n: number) => `04${n.toString(16).padStart(12, '0').toUpperCase()}`
