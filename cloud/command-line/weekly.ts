import { type WeeklyHours, weeklyHours } from '../../core/directory.ts'
import { type Result, ok } from '../../contracts/result.ts'
import { wrong } from './options.ts'

/** `1-5 08:00-17:00, 6 09:00-12:00`: days (1 is Monday) and hours, several divided by commas. */
export function readWeekly(given: string): Result<readonly WeeklyHours[], 'usage'> {
  const hours = given.split(',').map((part) => readPart(part.trim()))
  const all = hours.flatMap((each) => each ?? [])
  return hours.includes(null)
    ? wrong(`--weekly is "${given}"; give days and hours such as "1-5 08:00-17:00, 6 09:00-12:00".`)
    : ok(all)
}

function readPart(part: string): readonly WeeklyHours[] | null {
  const found = /^([1-7])(?:-([1-7]))?\s+(\d\d:\d\d)-(\d\d:\d\d)$/.exec(part)
  if (found === null) return null
  const [, first = '', last = first, from = '', until = ''] = found
  const days = Array.from(
    { length: Math.max(0, Number(last) - Number(first) + 1) },
    (_, n) => n + Number(first),
  )
  const hours = days.map((day) => weeklyHours.safeParse({ day, from, until }))
  const good = hours.flatMap((each) => (each.success ? [each.data] : []))
  return days.length > 0 && good.length === days.length && from < until ? good : null
}
