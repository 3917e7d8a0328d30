import { afterEach, describe, expect, it } from 'vitest'
import {
  askLog,
  dayBegins,
  dayOf,
  filterLog,
  forgetLog,
  searchLog,
  useDeskLog,
} from './desk-log.ts'

afterEach(forgetLog)

describe('a filter of the desk log', () => {
  it('is added to the others, and begins at the first page', () => {
    askLog({ ...useDeskLog.getState().query, at: 'somewhere', direction: 'backward' })
    filterLog({ thisDesk: true })
    searchLog('aino')
    expect(useDeskLog.getState().query).toMatchObject({
      filter: { text: 'aino', thisDesk: true, what: null },
      direction: 'forward',
      at: null,
    })
  })

  it('changes nothing when the same is looked for again', () => {
    searchLog('aino')
    const { query } = useDeskLog.getState()
    searchLog('aino')
    expect(useDeskLog.getState().query).toBe(query)
  })
})

describe('a day of the desk log', () => {
  it('begins at midnight of this computer and ends before the next one, also over a change of clocks', () => {
    for (const day of ['2026-11-25', '2026-03-29', '2026-10-25', '2026-12-31']) {
      const [begins, ends] = [dayBegins(day), dayBegins(day, 1)]
      expect(new Date(begins ?? '').getHours()).toBe(0)
      expect(new Date(ends ?? '').getHours()).toBe(0)
      expect(dayOf(begins)).toBe(day)
      expect(dayOf(ends, 1)).toBe(day)
    }
  })

  it('is none while the field is empty', () => {
    expect(dayBegins('')).toBeNull()
    expect(dayOf(null)).toBe('')
  })
})
