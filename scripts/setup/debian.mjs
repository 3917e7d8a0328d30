import { existsSync, readdirSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import * as packages from './debian-packages.mjs'
import { run, tryRun } from './run.mjs'
import { say, Stop } from './say.mjs'

const listsFolder = '/var/lib/apt/lists'
const statusFile = '/var/lib/dpkg/status'
const freshMs = 24 * 60 * 60 * 1000

/** Changes whenever a package is installed or removed; null where there is no dpkg. */
export function packagesKey() {
  return existsSync(statusFile) ? String(statSync(statusFile).mtimeMs) : null
}

/**
 * Makes sure that `wanted` is installed: installs it when this person may, otherwise stops with the
 * one command before anything has been changed.
 */
export function ensureDebianPackages(wanted) {
  const missing = packages.missingPackages(wanted, installed(), isOnPath)
  if (missing.length === 0) return
  const prefix = elevation()
  if (prefix === null) {
    const command = packages.installCommand(missing.map(({ names }) => available(names)))
    throw new Stop(`Some packages of the system are missing. Please run:\n\n  ${command}\n`)
  }
  if (!listsAreFresh()) update(prefix)
  const names = missing.map((each) => available(each.names))
  say(`installing ${names.join(' ')}`)
  if (!install(prefix, names).ok) {
    update(prefix)
    run('Installing packages', ...aptGet(prefix, ...installArguments(names)))
  }
}

function installed() {
  return packages.installedPackages(
    tryRun('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Abbrev}\\n']).output,
  )
}

function isOnPath(command) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, command)))
}

/** How to become root without asking: [] as root, sudo where it needs no password, else null. */
function elevation() {
  if (process.getuid() === 0) return []
  return tryRun('sudo', ['-n', 'true']).ok ? ['sudo', '-n'] : null
}

/** The name under which this release has the package; the first one when nobody knows. */
function available(names) {
  return names.length === 1 ? names[0] : (names.find(isKnown) ?? names[0])
}

function isKnown(name) {
  return /Candidate: \d/.test(tryRun('apt-cache', ['policy', name]).output)
}

function listsAreFresh() {
  if (!existsSync(listsFolder)) return false
  const hasLists = readdirSync(listsFolder).some((name) => /_Packages(\.|$)/.test(name))
  return hasLists && Date.now() - statSync(listsFolder).mtimeMs < freshMs
}

function update(prefix) {
  say('updating the package lists')
  run('Updating the package lists', ...aptGet(prefix, 'update'))
}

function install(prefix, names) {
  return tryRun(...aptGet(prefix, ...installArguments(names)))
}

const installArguments = (names) => ['install', '-y', '--no-install-recommends', ...names]

function aptGet(prefix, ...args) {
  const patient = [
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-o',
    'DPkg::Lock::Timeout=300',
  ]
  const [command, ...rest] = [...prefix, ...patient, ...args]
  return [command, rest]
}
