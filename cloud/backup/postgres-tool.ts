import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { type Result, fail, ok } from '../../contracts/result.ts'

export type ToolRefusal = 'tool-missing' | 'tool-failed'

/**
 * Runs a program of PostgreSQL's client on the database. Where it is goes by the environment, because every
 * user of the computer sees a command line with its password.
 */
export async function runPostgresTool(
  program: 'pg_dump' | 'pg_restore',
  args: readonly string[],
  databaseUrl: string,
): Promise<Result<void, ToolRefusal>> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...connectionOf(databaseUrl) },
  })
  const ended = new Promise<number | 'ENOENT'>((resolve) => {
    child.once('error', () => resolve('ENOENT'))
    child.once('close', (code) => resolve(code ?? 1))
  })
  const said = text(child.stderr).catch(() => '')
  const code = await ended
  if (code === 'ENOENT') return fail('tool-missing', { detail: { program } })
  if (code === 0) return ok()
  const reason = (await said).trim().split('\n')[0] ?? ''
  return fail('tool-failed', { detail: { program, reason } })
}

function connectionOf(databaseUrl: string): Record<string, string> {
  const url = new URL(databaseUrl)
  const given = {
    PGHOST: url.searchParams.get('host') ?? decodeURIComponent(url.hostname),
    PGPORT: url.port,
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
    PGSSLMODE: url.searchParams.get('sslmode') ?? '',
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
}
