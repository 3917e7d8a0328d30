import { describe, expect, it } from 'vitest'
import { at, id } from '../../tests/support/desk-people.ts'
import { createStoreUnderTest } from '../../tests/support/desk-store-under-test.ts'

const scanId = id(900)
const card = (n: number) => `04C43BC21C26${n}0`

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
  const list = (search = '', source: 'scan' | 'unknown' | null = null) =>
    desk.loose.list({ source, search }).cards.map(({ uid }) => uid)
  const meet = (uid: string) => desk.loose.met({ uid, reader: 'Left', at })
  return { desk, view, lay, list, meet }
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
})
