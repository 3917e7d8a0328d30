/** `npm run bench -- taps`: the figures of `tests/bench/taps.ts`, with a smart-card service of its own. */
import { runInForeground } from '../run/child.mjs'
import { inRoot } from '../setup/paths.mjs'
import { environment, setUp } from '../setup/set-up.mjs'

const ready = await setUp({ purpose: 'test' })
const node = ready.node.executable
const own = inRoot('scripts/in-reader-namespace.mjs')
const args = [own, node, inRoot('tests/bench/taps.ts')]
process.exitCode = await runInForeground(node, args, { env: environment(ready) })
