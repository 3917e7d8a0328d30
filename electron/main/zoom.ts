/** Zoom factors that the screens are made for. */
const factors = [1, 1.1, 1.25, 1.5, 1.75, 2] as const

export type ZoomStep = 'in' | 'out' | 'reset'

/** The next factor from 100 to 200 %, from whatever there is now. */
export function nextZoom(now: number, step: ZoomStep): number {
  const near = 0.01
  switch (step) {
    case 'reset':
      return 1
    case 'in':
      return factors.find((factor) => factor > now + near) ?? 2
    case 'out':
      return factors.findLast((factor) => factor < now - near) ?? 1
  }
}
