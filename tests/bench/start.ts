import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { figure, percentile, report } from './figures.ts'
import { seedDesk } from './seed-desk.ts'
import { type StartedApp, startApp } from './started-app.ts'

/**
 * From spawn to something a person can use, against a hello-world window of the same Electron. The three
 * apps take turns, so that a busy machine slows all of them; medians.
 */
const rounds = Number(process.env['TAPDESK_BENCH_ROUNDS'] ?? 11)
const rows = 100
/** Until caches, garbage and late loading have come to rest; the same for both. */
const idleMs = 5_000

const root = path.resolve(import.meta.dirname, '../..')
const electron = process.env['ELECTRON_EXEC_PATH']
if (electron === undefined) throw new Error('Start this with: npm run bench -- start')

const scratch = await mkdtemp(path.join(tmpdir(), 'tapdesk-bench-start-'))
const times = { hello: list(), helloPainted: list(), painted: list(), signIn: list(), form: list() }
try {
  for (let round = 0; round <= rounds; round += 1) await measureRound(round)
  const memory = { hello: await idle(hello), app: await idle(signIn) }
  const median = (values: number[]) => percentile(values.slice(1), 0.5)
  report([
    figure('start', median(times.signIn), 'ms', median(times.hello)),
    figure('start.shell-painted', median(times.painted), 'ms', median(times.helloPainted)),
    figure('start.form-with-100-rows', median(times.form), 'ms', median(times.hello)),
    figure('start.idle-pss', memory.app, 'MiB', memory.hello),
  ])
} finally {
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 })
}

/** The first round only warms the disk cache; its times are left out. */
async function measureRound(round: number) {
  await started(hello(`hello-${round}`), async (app) => {
    times.hello.push(await app.reached('shown', 'hello'))
    times.helloPainted.push(await app.reached('painted'))
  })
  await started(signIn(`new-${round}`), async (app) => {
    times.signIn.push(await app.reached('shown', 'sign-in'))
    times.painted.push(await app.reached('painted'))
  })
  const profile = path.join(scratch, `desk-${round}`)
  seedDesk(profile, rows)
  await started(startApp(electron ?? '', [root], profile), async (app) => {
    times.form.push(await app.reached('shown', 'user-invitations'))
  })
}

async function idle(start: (profile: string) => StartedApp): Promise<number> {
  let size = 0
  await started(start('idle'), async (app) => {
    await app.reached('painted')
    await pause(idleMs)
    size = await app.memory()
  })
  return size
}

async function started(app: StartedApp, use: (app: StartedApp) => Promise<void>) {
  try {
    await use(app)
  } finally {
    await app.end()
  }
}

function hello(profile: string): StartedApp {
  const folder = path.join(root, 'tests/bench/hello')
  return startApp(electron ?? '', [folder], path.join(scratch, 'hello', profile))
}

function signIn(profile: string): StartedApp {
  return startApp(electron ?? '', [root], path.join(scratch, 'app', profile))
}

function list(): number[] {
  return []
}
