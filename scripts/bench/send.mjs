/** `npm run bench -- send`: the figures of `tests/bench/send.ts`, what Send costs in the store. */
import { runInForeground } from '../run/child.mjs'
import { inRoot } from '../setup/paths.mjs'
import { environment, setUp } from '../setup/set-up.mjs'

const ready = await setUp({ purpose: 'test' })
const env = environment(ready)
const script = inRoot('tests/bench/send.ts')
process.exitCode = await runInForeground(ready.node.executable, [script], { env })
