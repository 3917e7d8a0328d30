import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

export const inRoot = (...parts) => path.join(root, ...parts)

export const inModules = (...parts) => path.join(root, 'node_modules', ...parts)

/**
 * The cache of this person on this computer: what costs minutes to get and must outlive
 * node_modules (the Electron runtime, natives built from source).
 */
export function cacheFolder(platform = process.platform, env = process.env, home = homedir()) {
  if (env.TAPDESK_CACHE) return env.TAPDESK_CACHE
  if (platform === 'win32') {
    return path.join(env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'Tapdesk', 'Cache')
  }
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'tapdesk')
  const base = env.XDG_CACHE_HOME
  return path.join(base && path.isAbsolute(base) ? base : path.join(home, '.cache'), 'tapdesk')
}

export const inCache = (...parts) => path.join(cacheFolder(), ...parts)
