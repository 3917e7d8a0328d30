import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { conclude, figure, percentile } from './figures.ts'
import { seedDesk } from './seed-desk.ts'
import { type StartedApp, startApp } from './started-app.ts'

/**
 * From spawn to something a person can use, against a hello-world window of the same Electron. The three
 * apps take turns, so that a busy machine slows all of them; medians. Every app keeps its profile from
 * round to round, as it does from day to day, and with it Chromium's caches.
 */
const rounds = Number(process.env['TAPDESK_BENCH_ROUNDS'] ?? 11)
const rows = 100
/** Until caches, garbage and late loading have come to rest; the same for both. */
const idleMs = 5_000
/** Another Electron running meanwhile shares pages with one of them and not with the other. */
const idleRounds = 3

const root = path.resolve(import.meta.dirname, '../..')
const electron = process.env['ELECTRON_EXEC_PATH']
if (electron === undefined) throw new Error('Start this with: npm run bench -- start')

const scratch = await mkdtemp(path.join(tmpdir(), 'tapdesk-bench-start-'))
const times = { hello: list(), helloPainted: list(), painted: list(), signIn: list(), form: list() }
const apps = [measureHello, measureSignIn, measureForm]
try {
  seedDesk(path.join(scratch, 'desk'), rows)
  // The first round only fills caches; its times are left out.
  for (let round = 0; round <= rounds; round += 1) {
    for (const measure of round % 2 === 0 ? apps : apps.toReversed()) await measure()
  }
  const memory = { hello: list(), app: list() }
  for (let round = 0; round < idleRounds; round += 1) {
    memory.hello.push(await idle(hello))
    memory.app.push(await idle(signIn))
  }
  const median = (values: number[]) => percentile(values.slice(1), 0.5)
  conclude([
    figure('start', median(times.signIn), 'ms', median(times.hello), { must: 1.4 }),
    figure('start.shell-painted', median(times.painted), 'ms', median(times.helloPainted)),
    figure('start.form-with-100-rows', median(times.form), 'ms', median(times.hello), {
      must: 1.8,
    }),
    figure('start.idle-pss', percentile(memory.app, 0.5), 'MiB', percentile(memory.hello, 0.5)),
  ])
} finally {
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 })
}

async function measureHello() {
  await started(hello(), async (app) => {
    times.hello.push(await app.reached('shown', 'hello'))
    times.helloPainted.push(await app.reached('painted'))
  })
}

async function measureSignIn() {
  await started(signIn(), async (app) => {
    times.signIn.push(await app.reached('shown', 'sign-in'))
    times.painted.push(await app.reached('painted'))
  })
}

async function measureForm() {
  await started(startApp(electron ?? '', [root], path.join(scratch, 'desk')), async (app) => {
    times.form.push(await app.reached('shown', 'user-invitations'))
  })
}

async function idle(start: () => StartedApp): Promise<number> {
  let size = 0
  await started(start(), async (app) => {
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

function hello(): StartedApp {
  const folder = path.join(root, 'tests/bench/hello')
  return startApp(electron ?? '', [folder], path.join(scratch, 'hello'))
}

function signIn(): StartedApp {
  return startApp(electron ?? '', [root], path.join(scratch, 'new'))
}

function list(): number[] {
  return []
}
