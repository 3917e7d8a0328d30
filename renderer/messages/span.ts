/** A span of minutes in the largest unit that says enough, as "90 minutes", "3 hours", "2 days". */
export function spanIn(language: 'en' | 'fi'): (minutes: number) => string {
  const formats = units.map(({ unit, minutes }) => ({
    minutes,
    format: new Intl.NumberFormat(language, {
      style: 'unit',
      unit,
      unitDisplay: 'long',
      maximumFractionDigits: 0,
    }),
  }))
  return (span) => {
    const fitting = formats.find(({ minutes }) => span >= minutes * 2) ?? formats.at(-1)
    return fitting === undefined ? '' : fitting.format.format(span / fitting.minutes)
  }
}

const units = [
  { unit: 'day', minutes: 1440 },
  { unit: 'hour', minutes: 60 },
  { unit: 'minute', minutes: 1 },
] as const
