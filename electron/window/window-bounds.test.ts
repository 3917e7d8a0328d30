import { describe, expect, it } from 'vitest'
import { placeWindow } from './window-bounds.ts'

const left = { x: 0, y: 0, width: 1920, height: 1040 }
const right = { x: 1920, y: 0, width: 1280, height: 984 }

describe('where the window opens', () => {
  it('is the middle of the first display at the first start', () => {
    expect(placeWindow(null, [left])).toEqual({ x: 360, y: 120, width: 1200, height: 800 })
  })

  it('is where it was left, on any display', () => {
    const saved = { x: 2000, y: 50, width: 900, height: 700 }
    expect(placeWindow(saved, [left, right])).toEqual(saved)
  })

  it('is on the first display with its old size when its display is gone', () => {
    const saved = { x: 2000, y: 50, width: 900, height: 700 }
    expect(placeWindow(saved, [left])).toEqual({ x: 510, y: 170, width: 900, height: 700 })
  })

  it('is never larger than the display', () => {
    const saved = { x: 0, y: 0, width: 5000, height: 4000 }
    const placed = placeWindow(saved, [left])
    expect(placed).toMatchObject({ width: left.width, height: left.height })
  })

  it('leaves the title bar within reach when only a corner is on a display', () => {
    const saved = { x: -1100, y: 1030, width: 1200, height: 800 }
    const placed = placeWindow(saved, [left])
    expect(placed.y).toBeGreaterThanOrEqual(0)
    expect(placed.x + placed.width).toBeGreaterThanOrEqual(80)
    expect(placed.y).toBeLessThan(left.height - 79)
  })

  it('fits a display smaller than the smallest window', () => {
    const tiny = { x: 0, y: 0, width: 640, height: 400 }
    expect(placeWindow(null, [tiny])).toEqual({ x: 0, y: 0, width: 640, height: 400 })
  })
})
