/**
 * `npm run types`: everything against the pinned Electron, and the processes once more against the
 * oldest one they must run on, whose declarations are fetched once (no dependency: npm holds one only).
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inCache, inModules, inRoot } from './setup/paths.mjs'
import { npm, tryRun } from './setup/run.mjs'
import { say } from './setup/say.mjs'

const oldest = {
  version: '33.2.1',
  integrity:
    'sha512-SG/nmSsK9Qg1p6wAW+ZfqU+AV8cmXMTIklUL18NnOKfZLlum4ZsDoVdmmmlL39ZmeCaq27dr7CgslRPahfoVJg==',
}
const oldFolder = inCache('electron-types', oldest.version)
const declarations = path.join(oldFolder, 'package', 'electron.d.ts')

const failed = [check('tsconfig.json'), checkOldest()].includes(false)
process.exitCode = failed ? 1 : 0

function checkOldest() {
  if (!existsSync(declarations) && !fetchDeclarations()) return true
  const project = inRoot('.cache', 'tsconfig.oldest-electron.json')
  mkdirSync(path.dirname(project), { recursive: true })
  const compilerOptions = { types: ['node'], paths: { electron: [declarations] } }
  const include = [
    '../electron/main',
    '../electron/window',
    '../electron/preload',
    '../electron/data',
  ]
  const options = { extends: '../tsconfig.json', compilerOptions, files: [declarations], include }
  writeFileSync(project, JSON.stringify(options, null, 2))
  return check(project)
}

function check(project) {
  const tsc = inModules('typescript/bin/tsc')
  const { ok, output } = tryRun(process.execPath, [tsc, '-p', project], { cwd: inRoot() })
  process.stdout.write(output)
  return ok
}

/** Without a network the second look is left out, and said so. */
function fetchDeclarations() {
  mkdirSync(oldFolder, { recursive: true })
  try {
    npm('Fetching', ['pack', `electron@${oldest.version}`, '--silent'], { cwd: oldFolder })
  } catch {
    say(
      `the declarations of Electron ${oldest.version} cannot be fetched: checked against one only`,
    )
    return false
  }
  const file = path.join(oldFolder, `electron-${oldest.version}.tgz`)
  const hash = createHash('sha512').update(readFileSync(file)).digest('base64')
  if (`sha512-${hash}` !== oldest.integrity)
    throw new Error(`${file} has another hash than expected`)
  const unpacked = tryRun('tar', ['-xzf', file, '-C', oldFolder, 'package/electron.d.ts'])
  rmSync(file)
  return unpacked.ok
}
