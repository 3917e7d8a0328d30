/** `npm run chaos -- --layer L --seconds N [--seed S]`: attacks what is promised, see `tests/chaos`. */
import { runInForeground } from './run/child.mjs'
import { inRoot } from './setup/paths.mjs'
import { exitOnStop } from './setup/say.mjs'
import { environment, setUp } from './setup/set-up.mjs'

process.exitCode = await exitOnStop(async () => {
  const ready = await setUp()
  const args = [inRoot('tests/chaos/main.ts'), ...process.argv.slice(2)]
  return runInForeground(ready.node.executable, args, { env: environment(ready) })
})
