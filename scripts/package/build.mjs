/** Runs electron-builder; a program of its own, because it needs the Node of the lock file. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { build, Platform } from 'electron-builder'
import { inRoot } from '../setup/paths.mjs'

const { config, targets } = JSON.parse(process.argv[2])

await build({
  projectDir: inRoot(),
  config: { ...config, afterPack: removeDefaultApp },
  publish: 'never',
  ...(targets ? { targets: Platform.current().createTarget(targets) } : {}),
})

/** The stand-in's own start-up app, which would come along with it. */
async function removeDefaultApp({ appOutDir }) {
  await rm(path.join(appOutDir, 'resources', 'app'), { recursive: true, force: true })
}
