import { describe, expect, it } from 'vitest'
import type { LogLine } from '../../core/desk-log/desk-log.ts'
import type { LogFilter, LogQuery } from '../../core/desk-log/log-page.ts'
import { createDeskStore } from './open-desk-store.ts'
import { id } from '../../tests/support/desk-people.ts'
import { openedDatabase } from '../../tests/support/desk-store-under-test.ts'
import { wholeLog } from '../../tests/support/log-invariants.ts'

const minute = (n: number) => new Date(Date.UTC(2026, 10, 20, 8, n)).toISOString()

const line = (n: number, more: Partial<LogLine> = {}): LogLine => ({
  opId: id(n),
  nth: 0,
  at: minute(n),
  who: 'Ada Admin',
  deskId: id(500 + (n % 2)),
  desk: n % 2 === 0 ? 'Front desk' : 'Site van',
  reader: null,
  what: 'enrolled',
  person: `Person ${n}`,
  from: null,
  card: '••••3A80',
  instead: null,
  refusal: null,
  ...more,
})

function logOf(lines: readonly LogLine[]) {
  const { log } = createDeskStore(openedDatabase(':memory:'))
  log.setAuthor({ who: 'Ada Admin', deskId: id(500), desk: 'Front desk' })
  log.take(lines, { newest: 'n', older: null, isEnd: true })
  return {
    log,
    page: (query: Partial<LogQuery> = {}) =>
      log.page({ filter: wholeLog, limit: 10, direction: 'forward', at: null, ...query }),
    found: (filter: Partial<LogFilter>) =>
      log.all({ ...wholeLog, ...filter }).map(({ person }) => person),
  }
}

const persons = ({ rows }: { rows: readonly { person: string }[] }) =>
  rows.map(({ person }) => Number(person.replace('Person ', '')))
const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, n) => from - n)

describe('pages of the desk log', () => {
  const lines = Array.from({ length: 25 }, (_, n) => line(n + 1))

  it('go from the newest to the oldest and back, and know where they are', () => {
    const { page } = logOf(lines)
    const first = page()
    expect(persons(first)).toEqual(down(25, 16))
    expect(first).toMatchObject({ from: 1, total: 25, all: 25, previous: null })
    const second = page({ at: first.next })
    expect(persons(second)).toEqual(down(15, 6))
    const last = page({ at: second.next })
    expect(persons(last)).toEqual(down(5, 1))
    expect(last).toMatchObject({ from: 21, next: null })
    expect(persons(page({ direction: 'backward', at: last.previous }))).toEqual(down(15, 6))
    expect(persons(page({ direction: 'backward' }))).toEqual(down(5, 1))
  })

  it('stay in place when newer lines come', () => {
    const { log, page } = logOf(lines)
    const { next } = page()
    log.take([line(26)], { newest: 'm', older: null, isEnd: true })
    const second = page({ at: next })
    expect(persons(second)).toEqual(down(15, 6))
    expect(second.from).toBe(12)
  })

  it('are the whole first page when going back finds less than one', () => {
    const { page } = logOf(lines)
    const second = page({ limit: 20, at: page({ limit: 20 }).next })
    const back = page({ direction: 'backward', limit: 50, at: second.previous })
    expect(persons(back)).toEqual(down(25, 1))
  })

  it('begin anew where a cursor makes no sense', () => {
    expect(persons(logOf(lines).page({ at: 'nonsense' }))).toEqual(down(25, 16))
  })
})

describe('the desk log is searched', () => {
  const { found, page } = logOf([
    line(1, { person: 'Örjan Salo', card: '••••F2BF' }),
    line(2, { what: 'moved', person: 'Bo Virta', from: 'Örjan Salo', reader: 'ACR122U' }),
    line(3, { what: 'blocked', person: 'Cy 100 % _x', who: 'Grace Hopper' }),
    line(4, { person: 'Dee', refusal: 'card.taken', instead: '••••B0B0' }),
  ])

  it.each<[string, Partial<LogFilter>, string[]]>([
    ['a person, whoever lost the card too', { text: 'orjan' }, ['Bo Virta', 'Örjan Salo']],
    ['who did it', { text: 'hopper' }, ['Cy 100 % _x']],
    ['a reader and a name, in any order', { text: 'virta acr' }, ['Bo Virta']],
    ['a desk', { text: 'van' }, ['Cy 100 % _x', 'Örjan Salo']],
    ['the last four digits', { text: 'f2bf' }, ['Örjan Salo']],
    ['a whole number by its last four', { text: '1C78F2BF' }, ['Örjan Salo']],
    ['the card that was given up', { text: 'B0B0' }, ['Dee']],
    ['signs that mean something elsewhere', { text: '% _' }, ['Cy 100 % _x']],
    ['what was done', { what: 'enrolled' }, ['Örjan Salo']],
    ['what was refused', { what: 'refused' }, ['Dee']],
    ['a time from', { from: minute(3) }, ['Dee', 'Cy 100 % _x']],
    ['a time before', { until: minute(3) }, ['Bo Virta', 'Örjan Salo']],
    ['this desk only', { thisDesk: true }, ['Dee', 'Bo Virta']],
    ['nothing', { text: 'nobody' }, []],
  ])('for %s', (_what, filter, people) => {
    expect(found(filter)).toEqual(people)
  })

  it('and tells an empty log from one in which nothing is found', () => {
    expect(page({ filter: { ...wholeLog, text: 'nobody' } })).toMatchObject({ total: 0, all: 4 })
  })
})
