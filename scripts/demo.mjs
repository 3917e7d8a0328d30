/** `npm run demo`: the story of a tap against the real parts. Prints what happens and writes docs/pictures. */
import { buildApp } from './run/build.mjs'
import { runInForeground } from './run/child.mjs'
import { inRoot } from './setup/paths.mjs'
import { exitOnStop } from './setup/say.mjs'
import { environment, setUp } from './setup/set-up.mjs'

process.exitCode = await exitOnStop(async () => {
  const ready = await setUp({ purpose: 'test' })
  const env = environment(ready)
  await buildApp(ready.node, env)
  const node = ready.node.executable
  const script = [inRoot('scripts/in-reader-namespace.mjs'), node, inRoot('tests/demo/story.ts')]
  return runInForeground(node, script, { cwd: inRoot(), env })
})
