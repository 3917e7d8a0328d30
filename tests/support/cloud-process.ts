import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { databaseOf } from './test-database.ts'

const ready = z.object({
  ready: z.literal(true),
  url: z.url(),
  cloudId: z.uuid(),
  demo: z.object({ email: z.string(), password: z.string() }).optional(),
})

export type CloudProcess = z.infer<typeof ready> & {
  readonly pid: number
  /** Everything that it has written for its operator so far. */
  readonly output: () => string
  /** Resolves when it is gone, to the exit code or the signal that ended it. */
  readonly ended: Promise<number | string>
  /** SIGTERM by default; resolves to the exit code, or the signal that ended it. */
  end(signal?: NodeJS.Signals): Promise<number | string>
}

/** The real cloud as a process of its own, as `npm run cloud -- …` runs it. */
export async function startCloudProcess(
  options: {
    readonly dataDir: string
    readonly port?: number
    readonly host?: string
    readonly demo?: boolean
    /** Absent: `cloud.sqlite` in the folder. */
    readonly databaseUrl?: string | undefined
    /** Absent: mails become files. */
    readonly smtpUrl?: string | undefined
    /** Further words of the command line. */
    readonly more?: readonly string[]
  },
  entry = new URL('../../cloud/cli.ts', import.meta.url),
): Promise<CloudProcess> {
  const { dataDir, port = 0, host = '127.0.0.1', demo = true } = options
  const { smtpUrl = '', databaseUrl = '' } = options
  const where = ['--port', String(port), '--host', host, '--data', dataDir]
  const args = [...where, ...(demo ? ['--demo'] : []), ...(options.more ?? [])]
  const child = spawn(process.execPath, [fileURLToPath(entry), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SMTP_URL: smtpUrl, DATABASE_URL: databaseUrl },
  })
  neverOutliveUs(child)
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? -1))
  })
  const output = collect(child.stderr)
  const line = await firstLine(child)
  return {
    ...ready.parse(JSON.parse(line)),
    pid: child.pid ?? -1,
    output,
    ended,
    end(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

const running = new Set<ChildProcess>()

/** A test that fails half-way leaves no process behind. */
function neverOutliveUs(child: ChildProcess) {
  if (running.size === 0) {
    process.once('exit', () => {
      for (const each of running) each.kill('SIGKILL')
    })
  }
  running.add(child)
}

/** Runs a command of the cloud to its end. */
export async function runCloudCommand(
  args: readonly string[],
  input = '',
  env: Readonly<Record<string, string>> = {},
) {
  const entry = fileURLToPath(new URL('../../cloud/cli.ts', import.meta.url))
  const child = spawn(process.execPath, [entry, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...(await databaseIn(args)), ...env },
  })
  child.stdin.end(input)
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)]
  await once(child, 'close')
  return { code: child.exitCode, stdout: stdout(), stderr: stderr() }
}

/** The command speaks of the database that the cloud on the same folder has. */
async function databaseIn(args: readonly string[]): Promise<Record<string, string>> {
  const dataDir = args[args.indexOf('--data') + 1]
  if (!args.includes('--data') || dataDir === undefined) return {}
  const { databaseUrl } = await databaseOf(dataDir)
  return databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout || !child.stderr) throw new Error('the cloud has no output')
  const stderr = collect(child.stderr)
  const lines = createInterface({ input: child.stdout })
  const line = once(lines, 'line').then(([text]) => String(text))
  const exit = once(child, 'exit').then(([code]) => {
    throw new Error(`the cloud ended with ${String(code)}: ${stderr()}`)
  })
  return Promise.race([line, exit])
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let all = ''
  stream.on('data', (chunk) => (all += String(chunk)))
  return () => all
}
