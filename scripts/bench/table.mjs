/** `npm run bench -- table`: the figures of `tests/bench/table.ts`, pages and searches among a million invitations. */
import { runInForeground } from '../run/child.mjs'
import { inRoot } from '../setup/paths.mjs'
import { environment, setUp } from '../setup/set-up.mjs'

const ready = await setUp({ purpose: 'test' })
const env = environment(ready)
const script = inRoot('tests/bench/table.ts')
process.exitCode = await runInForeground(ready.node.executable, [script], { env })
