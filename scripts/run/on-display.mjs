import { inRoot } from '../setup/paths.mjs'
import { environment, setUp } from '../setup/set-up.mjs'
import { buildApp } from './build.mjs'
import { runInForeground } from './child.mjs'
import { needsDisplay, startDisplay } from './display.mjs'

/** Builds the app and runs a script that opens it, on a display of its own where there is none. */
export async function runOnDisplay(script, purpose = 'test', args = []) {
  const ready = await setUp({ purpose })
  const env = environment(ready)
  await buildApp(ready.node, env)
  const display = needsDisplay() ? await startDisplay() : null
  if (display !== null) env.DISPLAY = display.name
  process.exitCode = await runInForeground(ready.node.executable, [inRoot(script), ...args], {
    env,
  })
  await display?.stop()
}
