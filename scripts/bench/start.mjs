/** `npm run bench -- start`: the figures of `tests/bench/start.ts`, on a display of its own where there is none. */
import { buildApp } from '../run/build.mjs'
import { runInForeground } from '../run/child.mjs'
import { needsDisplay, startDisplay } from '../run/display.mjs'
import { inRoot } from '../setup/paths.mjs'
import { environment, setUp } from '../setup/set-up.mjs'

const ready = await setUp()
const env = environment(ready)
await buildApp(ready.node, env)
const display = needsDisplay() ? await startDisplay() : null
if (display !== null) env.DISPLAY = display.name
const script = inRoot('tests/bench/start.ts')
process.exitCode = await runInForeground(ready.node.executable, [script], { env })
await display?.stop()
