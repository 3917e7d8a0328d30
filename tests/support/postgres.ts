import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'

export type Postgres = {
  readonly port: number
  stop(): Promise<void>
}

/**
 * A PostgreSQL server from the distribution's packages, on a free port of loopback, with everything that
 * makes it durable left on. Its folder is removed when it stops.
 */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tapdesk-postgres-'))
  const owner = serverUser()
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid ?? owner.uid)
  const data = path.join(folder, 'data')
  const bin = binaries()
  const init = ['-D', data, '-U', 'tapdesk', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8']
  execFileSync(path.join(bin, 'initdb'), init, { ...owner, stdio: 'pipe', cwd: folder })
  const port = await freePort()
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    // Each test file has clouds of its own, and each cloud up to ten connections.
    'max_connections=500',
  ]
  const args = ['-D', data, ...settings.flatMap((each) => ['-c', each])]
  const server = spawn(path.join(bin, 'postgres'), args, { ...owner, stdio: 'ignore', cwd: folder })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const endWithUs = () => void server.kill('SIGQUIT')
  process.once('exit', endWithUs)
  await answers(port, server)

  return {
    port,
    async stop() {
      process.off('exit', endWithUs)
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const urlOf = (port: number, database: string) =>
  `postgres://tapdesk@127.0.0.1:${port}/${database}`

/** One statement on a connection of its own. */
export async function once(port: number, database: string, statement: string) {
  const client = new Client({ connectionString: urlOf(port, database) })
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}

/** PostgreSQL does not run as root. */
function serverUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres']).toString())
  return { uid: id('-u'), gid: id('-g') }
}

/** Debian keeps each major version in a folder of its own; the newest is taken. */
function binaries(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Number.isFinite) : []
  const newest = versions.toSorted((a, b) => b - a)[0]
  if (newest === undefined) throw new Error('PostgreSQL is not installed; "npm run setup" does it')
  return path.join(debian, String(newest), 'bin')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

const patienceMs = 20_000

async function answers(port: number, server: ChildProcess) {
  const begun = performance.now()
  for (;;) {
    try {
      await once(port, 'postgres', 'select 1')
      return
    } catch (error) {
      const late = performance.now() - begun > patienceMs
      if (late || server.exitCode !== null) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
