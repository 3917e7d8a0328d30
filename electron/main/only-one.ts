import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Whether this start may go on. `lock` also fails where the profile's folder takes no file; there the
 * window has to open and say so, and no second program can do harm.
 */
export function mayStart(folder: string, lock: () => boolean): boolean {
  return lock() || !takesFiles(folder)
}

function takesFiles(folder: string): boolean {
  const probe = path.join(folder, `probe-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(probe, 'x')
    rmSync(probe)
    return true
  } catch {
    return false
  }
}
