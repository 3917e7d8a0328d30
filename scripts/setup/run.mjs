import { spawnSync } from 'node:child_process'
import { delimiter } from 'node:path'
import { inModules } from './paths.mjs'
import { Stop } from './say.mjs'

const tailLines = 30

/**
 * Runs a program to its end with its output held back; a failure shows the end of that output.
 * `what` completes the sentence "… failed".
 */
export function run(what, command, args, options = {}) {
  const result = tryRun(command, args, options)
  if (result.ok) return result.output
  const tail = result.output.trimEnd().split('\n').slice(-tailLines).join('\n')
  throw new Stop(`${tail}\n\n${what} failed (${[command, ...args].join(' ')}).`)
}

/** The same, with failure as a value: `{ ok, output }`, output = stdout and stderr. */
export function tryRun(command, args, options = {}) {
  const { env = process.env, ...others } = options
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1', FORCE_COLOR: undefined },
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    ...others,
  })
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`
  return { ok: result.status === 0, output }
}

/**
 * npm under the Node it was installed with. Inside an npm script PATH begins with node_modules/.bin,
 * whose node `npm ci` is about to delete.
 */
export function npm(what, args, options = {}) {
  const env = { ...process.env, ...options.env, PATH: pathWithoutModules(process.env.PATH ?? '') }
  const windows = process.platform === 'win32'
  return run(what, windows ? 'npm.cmd' : 'npm', args, { shell: windows, ...options, env })
}

export function pathWithoutModules(path) {
  const entries = path.split(delimiter)
  return entries.filter((entry) => !entry.startsWith(inModules())).join(delimiter)
}
