import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { mkdirSync } from 'node:fs'
import { z } from 'zod'
import { clear, newShelf } from './disk/shelf.ts'
import { command, witnessed } from './disk/witness.ts'
import type { Layer } from './layer.ts'

const runsPerProcess = 30
const program = fileURLToPath(new URL('./disk/life-on-bad-disk.ts', import.meta.url))
const told = z.object({
  runs: z.number(),
  accepted: z.number(),
  violations: z.array(z.string()),
  hits: z.record(z.string(), z.number()),
})

/** The n-th write, sync, truncation, opening or lock fails: that is said, and nothing else is lost. */
export const ioLayer: Layer = {
  run(seed) {
    const shelf = newShelf()
    const folder = path.join(shelf, 'desks')
    mkdirSync(folder)
    const control = path.join(shelf, 'control')
    command(control, null)
    const env = { ...process.env, ...witnessed({ folder, control }) }
    const args = [program, folder, control, String(seed), String(runsPerProcess)]
    const result = told.parse(
      JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8' })),
    )
    clear(shelf)
    return { ...result, hits: new Map(Object.entries(result.hits)) }
  },
}
