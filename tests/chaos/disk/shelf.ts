import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** In memory where the system has such a place: the images of a campaign need no disk. */
const quickest = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
const shelves: string[] = []

/** A folder that is gone when this process ends. */
export function newShelf(where: 'quickest' | 'disk' = 'quickest'): string {
  const shelf = mkdtempSync(path.join(where === 'disk' ? tmpdir() : quickest, 'tapdesk-chaos-'))
  if (shelves.length === 0) process.once('exit', () => shelves.forEach(clear))
  shelves.push(shelf)
  return shelf
}

export function clear(shelf: string): void {
  rmSync(shelf, { recursive: true, force: true })
}
