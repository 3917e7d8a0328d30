import { describe, expect, it } from 'vitest'
import type { LogLine } from '../../core/desk-log/desk-log.ts'
import { id } from '../../tests/support/desk-people.ts'
import { openedDatabase } from '../../tests/support/desk-store-under-test.ts'
import { createLogFeed } from './log-feed.ts'
import { createSettings } from './settings.ts'

const line = (n: number): LogLine => ({
  opId: id(n),
  nth: 0,
  at: new Date(Date.UTC(2026, 10, 20, 8, n)).toISOString(),
  who: 'Ada',
  deskId: null,
  desk: 'Front desk',
  reader: null,
  what: 'enrolled',
  person: 'Aino',
  from: null,
  card: '••••3A80',
  instead: null,
  refusal: null,
})

function feedOf(kept: number) {
  const db = openedDatabase(':memory:')
  const rows = db.prepare<[], { id: string }>('SELECT op_id AS id FROM log_line ORDER BY at')
  return {
    db,
    feed: createLogFeed(db, createSettings(db), kept),
    ids: () => rows.all().map((r) => r.id),
  }
}

describe("the cloud's log at a desk", () => {
  it('is kept up to its newest lines, and then asks for nothing older', () => {
    const { feed, ids } = feedOf(3)
    feed.take([line(4), line(3)], { newest: 'a', older: 'b', isEnd: false })
    expect(feed.read()).toEqual({ newest: 'a', older: 'b' })
    feed.take([line(2), line(1)], { newest: 'a', older: 'c', isEnd: false })
    expect(ids()).toEqual([id(2), id(3), id(4)])
    expect(feed.read()).toEqual({ newest: 'a', older: null })
    feed.take([line(5)], { newest: 'd', older: null, isEnd: true })
    expect(ids()).toEqual([id(3), id(4), id(5)])
  })

  it('is the same however often a line is told', () => {
    const { feed, ids } = feedOf(10)
    feed.take([line(1), line(1)], { newest: 'a', older: null, isEnd: true })
    feed.take([line(1)], { newest: 'a', older: null, isEnd: true })
    expect(ids()).toEqual([id(1)])
  })

  it('begins anew with another log', () => {
    const { feed, ids } = feedOf(10)
    feed.take([line(1)], { newest: 'a', older: 'b', isEnd: true })
    feed.startAnew()
    expect(ids()).toEqual([])
    expect(feed.read()).toEqual({ newest: null, older: null })
  })

  it('keeps no line of an operation of which the cloud tells none', () => {
    const { db, feed, ids } = feedOf(10)
    feed.take([line(1), line(2)], { newest: 'a', older: null, isEnd: true })
    db.prepare<[string]>('UPDATE log_line SET told = 1 WHERE op_id = ?').run(id(2))
    feed.reachedEnd()
    expect(ids()).toEqual([id(1)])
  })

  it('tells nothing as done only here that the first answer of the cloud does not know', () => {
    const { db, feed, ids } = feedOf(10)
    feed.take([line(1), line(2)], { newest: 'a', older: null, isEnd: false })
    db.prepare('UPDATE log_line SET told = 0').run()
    feed.setKeeping('shown')
    feed.take([line(1)], { newest: 'a', older: null, isEnd: true })
    expect(ids()).toEqual([id(1)])
  })

  it('keeps what was done before a cloud came to keep a log', () => {
    const { db, feed, ids } = feedOf(10)
    feed.setKeeping('none')
    feed.take([line(1)], { newest: 'a', older: null, isEnd: false })
    db.prepare('UPDATE log_line SET told = 0').run()
    feed.setKeeping('shown')
    feed.take([], { newest: 'a', older: null, isEnd: true })
    expect(ids()).toEqual([id(1)])
  })

  it('leaves the desk with the right to read it', () => {
    const { feed, ids } = feedOf(10)
    feed.setKeeping('shown')
    feed.take([line(1)], { newest: 'a', older: 'b', isEnd: true })
    feed.setKeeping('hidden')
    expect(ids()).toEqual([])
    expect(feed.read()).toEqual({ newest: null, older: null })
  })

  it('cannot hold a whole card number', () => {
    const { feed } = feedOf(10)
    const whole = { ...line(1), card: '04C43BC21C3A80' }
    const take = () => feed.take([whole], { newest: 'a', older: null, isEnd: true })
    expect(take).toThrow(/CHECK/)
  })
})
