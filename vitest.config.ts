import { defineConfig } from 'vitest/config'

const folders = '{core,contracts,electron,renderer,cloud,native,scripts,tests}'
/** Needs a smart-card service: run it by `node scripts/in-reader-namespace.mjs`. */
const withReader = '**/*.pcsc.test.ts'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${folders}/**/*.test.{ts,tsx,mjs}`],
          exclude: [withReader, 'tests/e2e/**', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'pcsc',
          include: [withReader],
          exclude: ['**/node_modules/**'],
          // One pcscd with two virtual readers serves all files.
          fileParallelism: false,
        },
      },
    ],
  },
})
