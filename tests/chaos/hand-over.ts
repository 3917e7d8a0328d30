import { createRandomness } from '../support/randomness.ts'
import { emptyFiles, newFiles } from './hand-over/files.ts'
import { createOffice } from './hand-over/office.ts'
import type { Layer, Run } from './layer.ts'

const steps = 100

/**
 * Three people at one computer leave each other what the cloud refuses them, while the program dies between
 * and inside the writes. Whatever happens, each wish is carried out once by exactly one of them, or waits
 * somewhere, or somebody has dropped it.
 */
export const handOverLayer: Layer = { run: (seed) => live(seed) }

function live(seed: number): Run {
  const dice = createRandomness(seed)
  const files = spare.pop() ?? newFiles()
  const office = createOffice(dice, files)
  const violations: string[] = []
  for (let n = 0; n < steps && violations.length === 0; n += 1) {
    office.step()
    violations.push(...office.broken())
  }
  if (violations.length === 0) {
    office.finish()
    violations.push(...office.broken(), ...office.unfinished())
  }
  emptyFiles(files)
  spare.push(files)
  return { accepted: office.wished(), violations, hits: office.deaths }
}

/** Making the tables takes longer than a life. */
const spare: ReturnType<typeof newFiles>[] = []
