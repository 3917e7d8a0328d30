import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export type Pcscd = {
  /** Ends it by its process id; resolves when it is gone. */
  stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>
}

/** As pcscd names the two slots of the virtual reader. */
export const virtualReaders = ['Virtual PCD 00 00', 'Virtual PCD 00 01'] as const

/** Ports 35963 and 35964 as /proc/net/tcp shows them. */
const PORTS = ['8C7B', '8C7C']
const LISTENING = '0A'

/**
 * Starts a pcscd of our own and waits until both virtual readers take cards. Runs inside
 * `scripts/in-reader-namespace.mjs`, where its socket and ports are free. `fastPoll` finds a card
 * within 4 ms instead of 400.
 */
export async function startPcscd({ fastPoll = false } = {}): Promise<Pcscd> {
  const preload = fastPoll ? buildFastPoll() : null
  const env = preload ? { ...process.env, LD_PRELOAD: preload.file } : process.env
  // Tests that crash or are killed take their pcscd with them.
  const args = ['--pdeathsig', 'KILL', 'pcscd', '--foreground']
  const daemon = spawn('setpriv', args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(daemon, 'exit')
  const output = collect(daemon)
  while (!isListening()) {
    if (daemon.exitCode !== null) throw new Error(`pcscd ended at once: ${output()}`)
    await pause(10)
  }
  return {
    async stop(signal = 'SIGTERM') {
      daemon.kill(signal)
      await ended
      preload?.remove()
    },
  }
}

/** Without connecting: whoever connects to such a port is a card. */
function isListening(): boolean {
  const lines = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    readFileSync(file, 'utf8').split('\n'),
  )
  const listening = lines.map((line) => line.trim().split(/\s+/)).filter((l) => l[3] === LISTENING)
  return PORTS.every((port) => listening.some((line) => line[1]?.endsWith(`:${port}`)))
}

function buildFastPoll() {
  const folder = mkdtempSync(path.join(tmpdir(), 'tapdesk-fast-poll-'))
  const file = path.join(folder, 'fast-poll.so')
  const source = path.join(import.meta.dirname, 'fast-poll.c')
  execFileSync('gcc', ['-shared', '-fPIC', '-O2', '-o', file, source, '-ldl'])
  return { file, remove: () => rmSync(folder, { recursive: true }) }
}

function collect(daemon: ChildProcess): () => string {
  let text = ''
  for (const stream of [daemon.stdout, daemon.stderr]) {
    stream?.on('data', (chunk: Buffer) => (text = (text + chunk.toString()).slice(-4000)))
  }
  return () => text
}
