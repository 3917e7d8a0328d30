import { describe, expect, it } from 'vitest'
import { readWeekly } from './weekly.ts'

describe('a weekly schedule as an operator types it', () => {
  it('is days and hours, several divided by commas', () => {
    expect(readWeekly('1-2 08:00-17:00, 6  09:30-24:00')).toEqual({
      ok: true,
      value: [
        { day: 1, from: '08:00', until: '17:00' },
        { day: 2, from: '08:00', until: '17:00' },
        { day: 6, from: '09:30', until: '24:00' },
      ],
    })
  })

  it.each([
    '',
    '8 08:00-17:00',
    '5-1 08:00-17:00',
    '1 17:00-08:00',
    '1 8-17',
    '1 08:00-25:00',
    '1',
  ])('is refused as a whole when it says "%s"', (given) => {
    const refused = readWeekly(given)
    expect(refused).toMatchObject({ ok: false, code: 'usage' })
    expect(JSON.stringify(refused)).toContain('--weekly is')
  })
})
