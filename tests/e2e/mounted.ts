import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { temporaryFolder } from '../support/cloud.ts'

/** A shell command that mounts something before the app starts, in a mount namespace of the app's own. */
export type Mounting = string

export const readOnly = (folder: string): Mounting =>
  `mount --bind ${folder} ${folder} && mount -o remount,bind,ro ${folder}`

export const small = (folder: string, size: string): Mounting =>
  `mount -t tmpfs -o size=${size} tmpfs ${folder}`

/**
 * A program that starts Electron on the disk so shaped. Unlike file permissions this holds for root
 * too; the process keeps its id, and Playwright sees nothing of it.
 */
export function electronOn(mounting: Mounting, executable: string): string {
  const file = path.join(temporaryFolder('mounting'), 'electron.sh')
  writeFileSync(
    file,
    `#!/bin/sh\nexec unshare -Urm sh -c '${mounting} && exec "$0" "$@"' '${executable}' "$@"\n`,
  )
  chmodSync(file, 0o755)
  return file
}

/** The same path as the process `pid` sees it. */
export const asSeenBy = (pid: number, file: string) => path.join(`/proc/${pid}/root`, file)
