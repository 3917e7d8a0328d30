import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Layer, Run } from './layer.ts'
import { mutants } from './mutants/all.ts'
import type { Hunter, Mutant } from './mutants/mutant.ts'

/** Several times what the most hidden mutant needs: 3,000 of `sim`, 500 of `hand-over`, 60 of `power`. */
const livesEach: Readonly<Record<Hunter, number>> = { sim: 15_000, 'hand-over': 5000, power: 300 }
const entry = fileURLToPath(new URL('./mutants/hunt.ts', import.meta.url))
const mutate = new URL('./mutants/mutate.ts', import.meta.url).href
const hunted = z.object({ lived: z.number(), broken: z.array(z.string()) })

/** Every deliberate bug must break a promise; one that lives on is a hole in the checks. */
export const mutantsLayer: Layer = {
  once: true,
  run: (seed) => huntAll(mutants, seed),
}

export async function huntAll(all: readonly Mutant[], seed: number): Promise<Run> {
  const left = [...all]
  const violations: string[] = []
  const hits = new Map<string, number>()
  const hunters = Array.from({ length: availableParallelism() }, async () => {
    for (let mutant = left.shift(); mutant !== undefined; mutant = left.shift()) {
      const { lived, broken } = await hunt(mutant, seed)
      if (broken.length === 0) violations.push(`alive after ${lived} lives: ${mutant.name}`)
      hits.set(mutant.name, lived)
    }
  })
  await Promise.all(hunters)
  return { runs: all.length, accepted: 0, violations, hits }
}

/** A program that does not even start is no caught mutant. */
async function hunt({ name, hunter = 'sim' }: Mutant, seed: number) {
  const lives = String(livesEach[hunter])
  const args = ['--import', mutate, entry, hunter, String(seed), lives]
  const env = { ...process.env, MUTANT: name }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await text(child.stdout)
  if (line === '') throw new Error(`${name}: the program with this bug does not run`)
  return hunted.parse(JSON.parse(line))
}
