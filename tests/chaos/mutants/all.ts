import { fileMutants } from './file-mutants.ts'
import type { Mutant } from './mutant.ts'
import { storeMutants } from './store-mutants.ts'
import { syncMutants } from './sync-mutants.ts'

/** Bugs that other layers must notice, as their positive controls. */
export const controls: readonly Mutant[] = [
  {
    name: 'does not wait for the disk',
    edits: [
      {
        file: 'electron/store/open-database.ts',
        find: "driver.pragma('synchronous = FULL')",
        put: "driver.pragma('synchronous = NORMAL')",
      },
      {
        file: 'electron/store/open-database.ts',
        find: 'const full = 2',
        put: 'const full = 1',
      },
    ],
  },
]

export const mutants: readonly Mutant[] = [...storeMutants, ...syncMutants, ...fileMutants]
