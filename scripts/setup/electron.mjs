import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { givenElectron, nextElectron, standInFits } from './electron-choice.mjs'
import { inCache, inModules, inRoot } from './paths.mjs'
import { run, tryRun } from './run.mjs'
import { say, Stop } from './say.mjs'
import { readStamps, writeStamps } from './stamp.mjs'

const downloadLimitMs = 10 * 60 * 1000

/**
 * The Electron to run: `{ kind, executable, version, napi }`. A download that failed is remembered
 * for this version, so that only `retry` (npm run setup) or a new version asks the network again.
 */
export function chooseElectron({ node, retry = false, env = process.env }) {
  const pinned = pinnedVersion()
  const memory = inCache('electron', 'choice.json')
  const given = givenElectron(env)
  let downloadFailed = !retry && readStamps(memory).notDownloadable === pinned
  for (;;) {
    const kind = nextElectron({
      given,
      officialPresent: officialExecutable() !== null,
      downloadFailed,
      standInFits: standInFits(process.platform, process.arch),
    })
    if (kind === 'given') return describe(kind, path.resolve(given))
    if (kind === 'official') return describe(kind, officialExecutable())
    if (kind === 'stand-in') return describe(kind, buildStandIn(node, pinned))
    if (kind === 'none') throw new Stop(noElectron(pinned))
    downloadFailed = !download(node, pinned)
    writeStamps(memory, downloadFailed ? { notDownloadable: pinned } : {})
  }
}

export function pinnedVersion() {
  return JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).devDependencies.electron
}

/** Where the electron package keeps its downloaded binary; null until it is there. */
function officialExecutable() {
  const pathFile = inModules('electron/path.txt')
  if (!existsSync(pathFile)) return null
  const file = inModules('electron/dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(file) ? file : null
}

function download(node, version) {
  say(`downloading Electron ${version}`)
  const install = inModules('electron/install.js')
  return tryRun(node.executable, [install], { timeout: downloadLimitMs }).ok && officialExecutable()
}

/** Its reasons go to the terminal as they come; ours is the one sentence at the end. */
function buildStandIn(node, pinned) {
  const script = inRoot('scripts/setup/stand-in.mjs')
  const { ok, output } = tryRun(node.executable, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
  if (!ok || !existsSync(output.trim())) throw new Stop(noElectron(pinned))
  return output.trim()
}

/** Asks the runtime itself: version tables would have to be kept. */
function describe(kind, executable) {
  const ask = 'process.stdout.write(JSON.stringify(process.versions))'
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' }
  const output = run('Starting Electron', executable, ['-e', ask], { env })
  const versions = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1))
  return { kind, executable, version: versions.electron, napi: Number(versions.napi) }
}

function noElectron(version) {
  return [
    `There is no Electron to run: version ${version} cannot be downloaded here, and neither can a stand-in.`,
    'Connect to the internet and run "npm run setup", or set ELECTRON_EXEC_PATH to an Electron.',
  ].join('\n')
}
