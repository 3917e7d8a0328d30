/** `npm run cloud`: the reference cloud alone, on a Node that it runs on. `-- --help` says what it takes. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findNode } from './setup/node24.mjs'
import { inModules, inRoot } from './setup/paths.mjs'
import { Stop, exitOnStop } from './setup/say.mjs'

process.exitCode = await exitOnStop(async () => {
  if (!existsSync(inModules('fastify'))) {
    throw new Stop('The cloud needs what "npm run setup" installs. Please run that first.')
  }
  const { executable } = findNode()
  return runUntilEnd(executable, [inRoot('cloud/cli.ts'), ...process.argv.slice(2)])
})

/** Signals go to the cloud, which answers what is under way first and takes the time it needs. */
function runUntilEnd(executable, args) {
  const child = spawn(executable, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // From a terminal the whole group gets SIGINT already; a second one changes nothing.
    process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal))
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
