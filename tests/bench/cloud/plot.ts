import type { Growth } from './growth.ts'

const [width, height, left, bottom, top] = [640, 320, 64, 48, 24]
const colours = ['#0b5a8a', '#1b7a3d', '#a3541a', '#a3217a']

/** Cost of an item over rows, one line for each number of accounts, as an SVG that is read on light and dark. */
export function plot(found: readonly Growth[]): string {
  const most = Math.max(...found.map(({ msPerItem }) => msPerItem)) * 1.2
  const x = (rows: number) => left + ((Math.log10(rows) - 3) / 3) * (width - left - 120)
  const y = (ms: number) => height - bottom - (ms / most) * (height - bottom - top)
  const lines = [...new Set(found.map(({ accounts }) => accounts))].map((accounts, nth) => {
    const own = found.filter((each) => each.accounts === accounts)
    const points = own.map(({ rows, msPerItem }) => `${x(rows)},${y(msPerItem).toFixed(1)}`)
    const colour = colours[nth % colours.length] ?? '#000'
    const words = `${accounts.toLocaleString('en')} ${accounts === 1 ? 'account' : 'accounts'}`
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>
<text x="${width - 112}" y="${top + 18 * (nth + 1)}" fill="${colour}">${words}</text>`
  })
  const marks = [3, 4, 5, 6].map(
    (power) =>
      `<text x="${x(10 ** power)}" y="${height - bottom + 18}" text-anchor="middle">10^${power}</text>`,
  )
  const heights = [0, most / 2, most].map(
    (ms) => `<text x="${left - 8}" y="${y(ms)}" text-anchor="end">${ms.toFixed(2)}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<rect width="${width}" height="${height}" fill="#fff"/>
<path d="M${left} ${top}V${height - bottom}H${width - 120}" fill="none" stroke="#555"/>
${[...lines, ...marks, ...heights].join('\n')}
<text x="${left}" y="${top - 8}">ms per item, batches of 100</text>
<text x="${(width - 120 + left) / 2}" y="${height - 8}" text-anchor="middle">records in the database</text>
</svg>
`
}
