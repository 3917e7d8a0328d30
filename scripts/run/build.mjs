import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { alone } from '../setup/lock.mjs'
import { inModules, inRoot } from '../setup/paths.mjs'
import { run } from '../setup/run.mjs'
import { say } from '../setup/say.mjs'
import { digest, readStamps, writeStamps } from '../setup/stamp.mjs'

const sources = ['core', 'contracts', 'electron', 'renderer', 'cloud', 'native', 'resources']
const files = ['electron.vite.config.ts', 'package.json', 'package-lock.json']

/** Builds out/ when a source changed since the last build. */
export async function buildApp(node, env) {
  const stamp = inRoot('out', '.built')
  const isBuilt = () => readStamps(stamp).sources === sourcesKey() && existsSync(inRoot('out/main'))
  if (isBuilt()) return
  await alone(inRoot('.cache', 'build.lock'), async () => {
    if (isBuilt()) return
    say('building the app')
    const key = sourcesKey()
    const tool = inModules('electron-vite/bin/electron-vite.js')
    run('The build', node.executable, [tool, 'build', '--logLevel', 'warn'], { cwd: inRoot(), env })
    writeStamps(stamp, { sources: key })
  })
}

/** Paths, sizes and times instead of contents: a build too many costs seconds, reading all costs more. */
function sourcesKey() {
  const found = [
    ...sources.flatMap((folder) => listed(inRoot(folder))),
    ...files.map((file) => inRoot(file)),
  ]
  return digest(found.map(fingerprint).join('\n'))
}

function listed(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : listed(file)
    return /\.test\.\w+$/.test(entry.name) ? [] : [file]
  })
}

function fingerprint(file) {
  const { size, mtimeMs } = statSync(file)
  return `${file} ${size} ${mtimeMs}`
}
