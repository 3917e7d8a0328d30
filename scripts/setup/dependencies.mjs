import { readFileSync } from 'node:fs'
import { inRoot, root } from './paths.mjs'
import { npm } from './run.mjs'
import { say } from './say.mjs'
import { digest } from './stamp.mjs'

/** Changes when other packages would be installed; a new script in package.json is none. */
export function dependenciesKey(read = readRootFile) {
  const wishes = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides']
  const wished = (file) => wishes.map((field) => JSON.parse(read(file))[field] ?? null)
  return digest([
    read('package-lock.json'),
    wished('package.json'),
    wished('native/pcsclite/package.json'),
  ])
}

/**
 * Install scripts stay off: what needs building is built by setup itself, with headers it knows.
 * The includes are named because NODE_ENV=production or a user's npmrc would leave them out.
 */
export function installDependencies() {
  say('installing the packages of package-lock.json (npm ci)')
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const all = ['--include=dev', '--include=optional', '--include=peer']
  npm('npm ci', ['ci', '--ignore-scripts', ...all, ...quiet], { cwd: root })
}

function readRootFile(name) {
  return readFileSync(inRoot(name), 'utf8')
}
