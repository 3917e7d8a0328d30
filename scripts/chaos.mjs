/** `npm run chaos -- --layer L --seconds N [--seed S]`: attacks what is promised, see `tests/chaos`. */
import { parseArgs } from 'node:util'
import { runInForeground } from './run/child.mjs'
import { inRoot } from './setup/paths.mjs'
import { exitOnStop } from './setup/say.mjs'
import { environment, setUp } from './setup/set-up.mjs'

process.exitCode = await exitOnStop(async () => {
  const { values } = parseArgs({ options: { layer: { type: 'string' } }, strict: false })
  const withReaders = values.layer === 'reader'
  const withServers = withReaders || values.layer === 'desks-postgres'
  const ready = await setUp(withServers ? { purpose: 'test' } : {})
  const node = ready.node.executable
  const own = withReaders ? [inRoot('scripts/in-reader-namespace.mjs'), node] : []
  const args = [...own, inRoot('tests/chaos/main.ts'), ...process.argv.slice(2)]
  return runInForeground(node, args, { env: environment(ready) })
})
