/** `npm run bench -- tap`: the figures of `tests/bench/tap.ts`, beside a pcscd of its own. */
import { fileURLToPath } from 'node:url'
import { runInForeground } from '../run/child.mjs'

const at = (file) => fileURLToPath(new URL(file, import.meta.url))

process.exitCode = await runInForeground(process.execPath, [
  at('../in-reader-namespace.mjs'),
  process.execPath,
  at('../../tests/bench/tap.ts'),
])
