import { z } from 'zod'

/** Device-independent pixels. */
export const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() })
export type Rectangle = z.infer<typeof rectangle>

export const windowState = z.object({ bounds: rectangle, maximised: z.boolean() })
export type WindowState = z.infer<typeof windowState>

export const smallest = { width: 720, height: 480 } as const
const preferred = { width: 1200, height: 800 } as const
/** So much of the title bar must be reachable to drag the window by. */
const grip = 80

/**
 * Where the window opens: as it was left, made to fit, or centred on the first display when the display
 * it was on is gone. `workAreas` excludes task bars; the first is the primary display's.
 */
export function placeWindow(saved: Rectangle | null, workAreas: readonly Rectangle[]): Rectangle {
  const primary = workAreas[0] ?? { x: 0, y: 0, ...preferred }
  const area = saved === null ? undefined : workAreas.find((each) => canGrab(saved, each))
  if (saved === null || area === undefined) return centre(saved ?? preferred, primary)
  const width = clamp(saved.width, smallest.width, area.width)
  const height = clamp(saved.height, smallest.height, area.height)
  return {
    x: clamp(saved.x, area.x - width + grip, area.x + area.width - grip),
    y: clamp(saved.y, area.y, area.y + area.height - grip),
    width,
    height,
  }
}

function canGrab(bounds: Rectangle, area: Rectangle): boolean {
  const right = Math.min(bounds.x + bounds.width, area.x + area.width)
  const left = Math.max(bounds.x, area.x)
  return right - left >= grip && bounds.y >= area.y && bounds.y <= area.y + area.height - grip
}

function centre(size: { width: number; height: number }, area: Rectangle): Rectangle {
  const width = clamp(size.width, smallest.width, area.width)
  const height = clamp(size.height, smallest.height, area.height)
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  }
}

/** On a display smaller than the smallest window the display wins. */
function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(high, Math.min(low, high)))
}
