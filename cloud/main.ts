import type { CloudOptions } from './cloud-options.ts'
import { once } from './store/meta.ts'
import { readRestored } from './store/restored.ts'
import { openDatabase } from './store/open-database.ts'
import { ensureDemo } from './demo/ensure-demo.ts'
import { type Result, fail, ok } from '../contracts/result.ts'
import { createHandlers } from './routes/all.ts'
import { createHousekeeping } from './housekeeping.ts'
import { createHttp } from './routes/http.ts'
import { createLog } from './log.ts'
import { createProvider } from './openid/provider.ts'
import { openBounces } from './bounces/open-bounces.ts'
import { openMetrics } from './metrics-server.ts'
import { createPostOffice } from './post-office.ts'
import { addPages as addForms } from './routes/pages.ts'
import { passwordForm } from './routes/password-form.ts'
import { registrationForm } from './routes/registration.ts'
import { listen } from './listen.ts'
import type { OpenIdOptions } from './openid/openid-options.ts'
import type { FastifyInstance } from 'fastify'
import type { StartRefusal, Started } from './started.ts'
import { randomUUID } from 'node:crypto'

export type { CloudOptions } from './cloud-options.ts'
export type { StartRefusal, Started } from './started.ts'

export type Cloud = {
  start(): Promise<Result<Started, StartRefusal>>
  /** Answers what is under way, then closes the database. */
  stop(): Promise<void>
}

/** The whole cloud: database, demo, handlers, HTTP; stopped in reverse. */
export function createCloud(options: CloudOptions): Cloud {
  const log = createLog(options.log)
  const stops: (() => Promise<void>)[] = []

  return {
    async start() {
      const started = await startAll()
      if (!started.ok) await stopAll()
      return started
    },
    stop: stopAll,
  }

  async function startAll(): Promise<Result<Started, StartRefusal>> {
    const database = await openDatabase(options)
    if (!database.ok) return database
    const db = database.value
    stops.push(() => db.destroy())

    const demo = options.demo ? await ensureDemo(db, now) : ok(null)
    if (!demo.ok) return fail('not-empty')
    const cloudId = await once(db, 'cloud-id', randomUUID)
    const feedEpoch = await once(db, 'feed-epoch', randomUUID)

    const housekeeping = createHousekeeping({ db, now, onBug: log.bug })
    housekeeping.start()
    stops.push(() => housekeeping.stop())

    const post = createPostOffice(options, { db, now, log })
    const { registrationUrl, mailQueued } = post
    const told = { db, now, onBug: log.bug }
    const metrics = await openMetrics(options.metrics, told)
    const { observe } = metrics
    const provider = options.openId ? believing(options.openId) : null
    const facts = {
      ...told,
      cloudId,
      feedEpoch,
      restored: await readRestored(db),
      observe,
      provider,
    }
    const parts = createHandlers({ ...facts, registrationUrl, mailQueued })
    const forms = [registrationForm(facts), passwordForm({ ...told, mailQueued })]
    const addPages = (app: FastifyInstance) => addForms(app, forms, log.bug)
    let stopping = false
    const isStopping = () => stopping
    const { behindProxy: proxies } = options
    const more = { onBug: log.bug, answered: observe.answered, ...(proxies && { proxies }) }
    const http = await createHttp({ ...parts, addPages, isStopping, ...more })
    stops.push(async () => {
      stopping = true
      await http.close()
    })
    const listening = await listen(http, options, db)
    if (!listening.ok) return listening

    const metricsUrl = await metrics.start()
    if (!metricsUrl.ok) return metricsUrl
    stops.push(() => metrics.stop())

    const bounces = openBounces(options.bounces, { db, now, log })
    const bouncesUrl = await bounces.start()
    if (!bouncesUrl.ok) return bouncesUrl
    stops.push(() => bounces.stop())

    post.start(listening.value)
    stops.push(() => post.stop())

    const accounts = await db.selectFrom('account').select('id').execute()
    const url = listening.value
    log.line('started', { url, cloudId, ...(metricsUrl.value && { metrics: metricsUrl.value }) })
    stops.push(async () => log.line('stopping'))
    const doors = { metricsUrl: metricsUrl.value, bouncesUrl: bouncesUrl.value }
    const base = { url, cloudId, accounts: accounts.length, ...doors }
    return ok(demo.value ? { ...base, demo: demo.value } : base)
  }

  function believing(openId: OpenIdOptions) {
    const onTrouble = (code: string) => log.line('openid-failed', { code })
    return createProvider({ ...openId, now: Date.now, onTrouble })
  }

  async function stopAll() {
    for (const stop of stops.splice(0).toReversed()) await stop()
  }
}

const now = () => new Date()
