import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type CloudOptions, type Started, createCloud } from '../../cloud/main.ts'
import type { MailOptions } from '../../cloud/post-office.ts'
import { databaseOf } from './test-database.ts'

export type RunningCloud = Started & {
  readonly dataDir: string
  /** Closes it and keeps its data; starting again with this `dataDir` is a restart. */
  stop(): Promise<void>
}

/** The real cloud in this process, with the demo, on a free port of loopback. */
export async function startCloud(
  options: MailOptions & {
    readonly dataDir?: string
    readonly port?: CloudOptions['port']
    readonly demo?: boolean
    readonly metrics?: CloudOptions['metrics']
    readonly behindProxy?: CloudOptions['behindProxy']
    readonly openId?: CloudOptions['openId']
    readonly bounces?: CloudOptions['bounces']
  } = {},
): Promise<RunningCloud> {
  const { dataDir = temporaryFolder('cloud'), port = 0, demo = true, ...mail } = options
  const where = { ...(await databaseOf(dataDir)), port, host: '127.0.0.1' }
  const cloud = createCloud({ ...where, demo, log: false, ...mail })
  const started = await cloud.start()
  if (!started.ok) throw new Error(`the cloud did not start: ${started.code}`)
  return { ...started.value, dataDir, stop: () => cloud.stop() }
}

const folders: string[] = []

/** A folder of its own, removed when the process ends. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `tapdesk-${name}-`))
  if (folders.length === 0) process.once('exit', removeFolders)
  folders.push(folder)
  return folder
}

function removeFolders() {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

/** A free id in the form that desks use. */
export const newDesk = () => ({ id: randomUUID(), name: 'Test desk' })
