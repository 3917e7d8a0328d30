/** `npm run bench -- cloud`: the figures of `tests/bench/cloud.ts`, what the cloud costs; or only the parts that are named. */
import { runInForeground } from '../run/child.mjs'
import { inRoot } from '../setup/paths.mjs'
import { environment, setUp } from '../setup/set-up.mjs'

const ready = await setUp({ purpose: 'test' })
const args = [inRoot('tests/bench/cloud.ts'), ...process.argv.slice(3)]
process.exitCode = await runInForeground(ready.node.executable, args, { env: environment(ready) })
