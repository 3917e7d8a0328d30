/** `npm run bench -- roster`: the figures of `tests/bench/roster.ts`, with a display and a smart-card service of its own. */
import { buildApp } from '../run/build.mjs'
import { runInForeground } from '../run/child.mjs'
import { inRoot } from '../setup/paths.mjs'
import { environment, setUp } from '../setup/set-up.mjs'

const ready = await setUp({ purpose: 'test' })
const env = environment(ready)
await buildApp(ready.node, env)
const node = ready.node.executable
const own = inRoot('scripts/in-reader-namespace.mjs')
const script = inRoot('tests/bench/roster.ts')
process.exitCode = await runInForeground(node, [own, node, script], { env })
