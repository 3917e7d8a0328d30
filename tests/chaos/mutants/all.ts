import type { Mutant } from './mutant.ts'
import { storeMutants } from './store-mutants.ts'
import { syncMutants } from './sync-mutants.ts'

export const mutants: readonly Mutant[] = [...storeMutants, ...syncMutants]
