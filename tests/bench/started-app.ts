import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, readdir } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { z } from 'zod'

const mark = z.object({ mark: z.string(), screen: z.string().optional() })

/** No start takes this long; a hang is told instead of waited for. */
const limitMs = 30_000

export type StartedApp = {
  /** Milliseconds from spawn to the mark `painted`, or `shown` of the given screen. */
  readonly reached: (name: string, screen?: string) => Promise<number>
  /** Proportional set size of all its processes, in MiB (Linux: smaps_rollup). */
  readonly memory: () => Promise<number>
  readonly end: () => Promise<void>
}

/** Starts Electron on an app folder and reads the marks that it prints; marks that came before are remembered. */
export function startApp(electron: string, args: readonly string[], profile: string): StartedApp {
  const started = performance.now()
  const child = spawn(
    electron,
    [...args, `--user-data-dir=${profile}`, '--disable-gpu', ...asRoot()],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, TAPDESK_MARKS: '1' },
    },
  )
  const times = new Map<string, number>()
  const waiting = new Map<string, (ms: number) => void>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    const key = keyOf(line)
    if (key === null || times.has(key)) return
    times.set(key, performance.now() - started)
    waiting.get(key)?.(performance.now() - started)
  })
  return {
    reached: (name, screen) => {
      const key = `${name} ${screen ?? ''}`
      const early = times.get(key)
      if (early !== undefined) return Promise.resolve(early)
      return new Promise((resolve, reject) => {
        const giveUp = () => reject(new Error(`"${key}" was not reached within ${limitMs} ms`))
        const timer = setTimeout(giveUp, limitMs)
        waiting.set(key, (ms) => {
          clearTimeout(timer)
          resolve(ms)
        })
        child.once('exit', (code) => {
          clearTimeout(timer)
          reject(new Error(`ended with ${code} before "${key}"`))
        })
      })
    },
    memory: () => memoryOf(child),
    end: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

function keyOf(line: string): string | null {
  if (!line.startsWith('{"mark"')) return null
  const parsed = mark.parse(JSON.parse(line))
  return `${parsed.mark} ${parsed.screen ?? ''}`
}

export async function memoryOf(root: ChildProcess): Promise<number> {
  const parents = await parentByPid()
  const family = new Set([root.pid])
  for (let grown = true; grown;) {
    grown = false
    for (const [pid, parent] of parents) {
      if (family.has(parent) && !family.has(pid)) grown = Boolean(family.add(pid))
    }
  }
  const sizes = await Promise.all([...family].map((pid) => pssOf(pid ?? 0)))
  return sizes.reduce((sum, kibibytes) => sum + kibibytes, 0) / 1024
}

async function parentByPid(): Promise<Map<number, number>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const pairs = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      return [pid, parent] as const
    }),
  )
  return new Map(pairs)
}

async function pssOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0)
}

function asRoot(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
