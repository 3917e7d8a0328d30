import { defineConfig } from 'vitest/config'

const folders = '{core,contracts,electron,renderer,cloud,native,scripts,tests}'
/** Needs a smart-card service: run it by `node scripts/in-reader-namespace.mjs`. */
const withReader = '**/*.pcsc.test.ts'
const onlyPostgres = 'tests/integration/postgres-*.test.ts'
/** They speak of its file, its schema's history or its own SQL. */
const onlySqlite = ['tests/integration/cloud-process.test.ts', '**/*-sqlite.test.ts']

/** A limit for what hangs; how long things take is measured by the benchmarks. */
const hangsAfterMs = 30_000

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          testTimeout: hangsAfterMs,
          hookTimeout: hangsAfterMs,
          include: [`${folders}/**/*.test.{ts,tsx,mjs}`],
          exclude: [withReader, onlyPostgres, 'tests/e2e/**', '**/node_modules/**'],
        },
      },
      {
        test: {
          // The cloud's own tests once more, on its second database.
          name: 'postgres',
          include: [
            'tests/integration/{cloud,postgres}-*.test.ts',
            'tests/contract/*.test.ts',
            'cloud/**/*.test.ts',
          ],
          exclude: [...onlySqlite, '**/node_modules/**'],
          testTimeout: hangsAfterMs,
          hookTimeout: hangsAfterMs,
          globalSetup: ['tests/support/postgres-for-tests.ts'],
        },
      },
      {
        test: {
          name: 'pcsc',
          testTimeout: hangsAfterMs,
          hookTimeout: hangsAfterMs,
          include: [withReader],
          exclude: ['**/node_modules/**'],
          // One pcscd with two virtual readers serves all files.
          fileParallelism: false,
        },
      },
    ],
  },
})
