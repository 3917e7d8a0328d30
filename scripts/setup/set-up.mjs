import { existsSync } from 'node:fs'
import path from 'node:path'
import { ensureDebianPackages, packagesKey } from './debian.mjs'
import { packagesToStart, packagesToTest } from './debian-packages.mjs'
import { dependenciesKey, installDependencies } from './dependencies.mjs'
import { chooseElectron, pinnedVersion } from './electron.mjs'
import { givenElectron, ourChoice } from './electron-choice.mjs'
import { alone } from './lock.mjs'
import { ensureSmartcard, ensureSqlite } from './native-builds.mjs'
import { findNode } from './node24.mjs'
import { inCache, inModules } from './paths.mjs'
import { say } from './say.mjs'
import { readStamps, writeStamps } from './stamp.mjs'

const stampFile = inModules('.tapdesk-setup')

/**
 * Makes a clone runnable and says what it does; does nothing when nothing changed since.
 *
 * @param {{ purpose?: 'start' | 'test', retry?: boolean }} options `retry` asks the network again
 *   for the pinned Electron
 * @returns {Promise<Ready>} what to run things with
 *
 * @typedef {{ node: { executable: string, headers: string | null },
 *   electron: { kind: string, executable: string, version: string, napi: number },
 *   sqliteBinding: string | null }} Ready
 */
export async function setUp({ purpose = 'start', retry = false } = {}) {
  const done = readStamps(stampFile)
  if (!retry && isCurrent(done, purpose)) return done.ready
  return alone(inCache('setup.lock'), async () => {
    const doneMeanwhile = readStamps(stampFile)
    if (!retry && isCurrent(doneMeanwhile, purpose)) return doneMeanwhile.ready
    installPackages(purpose)
    if (readStamps(stampFile).dependencies !== dependenciesKey()) {
      installDependencies()
      writeStamps(stampFile, { dependencies: dependenciesKey() })
    }
    const ready = prepare(retry)
    writeStamps(stampFile, { ...keys(purpose), ready })
    return ready
  })
}

function installPackages(purpose) {
  if (packagesKey() === null) return
  ensureDebianPackages(purpose === 'test' ? packagesToTest : packagesToStart)
}

function prepare(retry) {
  const node = findNode()
  ensureSmartcard(node)
  const electron = chooseElectron({ node, retry })
  const sqliteBinding = ensureSqlite(electron.napi, node)
  if (electron.kind === 'stand-in') {
    const why = `in place of ${pinnedVersion()}, which cannot be downloaded here`
    say(`using Electron ${electron.version} ${why}; for development and tests only`)
  }
  return { node, electron, sqliteBinding }
}

function isCurrent(done, purpose) {
  const now = keys(done.purpose === 'test' ? 'test' : purpose)
  if (!done.ready) return false
  if (!Object.entries(now).every(([key, value]) => done[key] === value)) return false
  const { node, electron, sqliteBinding } = done.ready
  return [node.executable, electron.executable, sqliteBinding, inModules('smartcard/build')]
    .filter((file) => file !== null)
    .every((file) => existsSync(file))
}

function keys(purpose) {
  return {
    purpose,
    packages: packagesKey(),
    dependencies: dependenciesKey(),
    given: givenElectron(process.env) ?? '',
    computer: `${process.platform}-${process.arch}`,
  }
}

/** The environment in which Electron, the build and the tests find what setup prepared. */
export function environment({ node, electron, sqliteBinding }, env = process.env) {
  const PATH = [path.dirname(node.executable), env.PATH].join(path.delimiter)
  return {
    ...env,
    PATH,
    ELECTRON_EXEC_PATH: electron.executable,
    ...(electron.kind === 'given' ? {} : { [ourChoice]: electron.executable }),
    ELECTRON_OVERRIDE_DIST_PATH: path.dirname(electron.executable),
    ...(sqliteBinding ? { TAPDESK_SQLITE_BINDING: sqliteBinding } : {}),
  }
}
