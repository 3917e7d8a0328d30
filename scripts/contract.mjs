/** `npm run contract`: holds a cloud against its contract. `-- --help` says what it takes. */
import { runInForeground } from './run/child.mjs'
import { inRoot } from './setup/paths.mjs'
import { exitOnStop } from './setup/say.mjs'
import { environment, setUp } from './setup/set-up.mjs'

process.exitCode = await exitOnStop(async () => {
  const ready = await setUp({ purpose: 'test' })
  const args = [inRoot('tests/contract/main.ts'), ...process.argv.slice(2)]
  return runInForeground(ready.node.executable, args, { env: environment(ready) })
})
