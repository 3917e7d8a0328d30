/**
 * `npm run package` builds the app as a folder; `-- --release` the installers; `-- --inspectable` a
 * twin for end-to-end tests. Prints the folder.
 */
import { builderConfig } from './package/config.mjs'
import { packagePlan } from './package/plan.mjs'
import { buildApp } from './run/build.mjs'
import { pinnedVersion } from './setup/electron.mjs'
import { inRoot } from './setup/paths.mjs'
import { run } from './setup/run.mjs'
import { exitOnStop, say } from './setup/say.mjs'
import { environment, setUp } from './setup/set-up.mjs'

await exitOnStop(async () => {
  const release = process.argv.includes('--release')
  const inspectable = process.argv.includes('--inspectable')
  const ready = await setUp({ retry: release })
  const plan = packagePlan({ release, inspectable }, ready.electron, pinnedVersion())
  const env = environment(ready)
  await buildApp(ready.node, env)

  const output = inRoot(...plan.output)
  say(`packaging ${plan.names.productName ?? 'Tapdesk'} with Electron ${ready.electron.version}`)
  const config = builderConfig(plan, ready, inspectable)
  const order = JSON.stringify({ config, targets: plan.targets })
  const script = inRoot('scripts/package/build.mjs')
  run('Packaging', ready.node.executable, [script, order], { cwd: inRoot(), env })
  process.stdout.write(`${output}\n`)
})
