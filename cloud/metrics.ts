import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { ItemResult } from '../contracts/cloud-api.ts'
import type { CloudDatabase } from './store/open-database.ts'
import type { Observe } from './observe.ts'
import { poolOf } from './store/pool.ts'

export type Metrics = {
  readonly observe: Observe
  /** The exposition format of Prometheus (version 0.0.4). */
  readonly text: () => Promise<string>
  readonly contentType: string
}

export function createMetrics(db: CloudDatabase, now: () => Date): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'tapdesk_http_request_duration_seconds',
    help: 'Requests by endpoint and status, and how long their answers took',
    labelNames: ['endpoint', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  })
  const items = new Counter({
    name: 'tapdesk_batch_items_total',
    help: 'Operations of desks by outcome, refusals by their code',
    labelNames: ['outcome', 'code'],
    registers,
  })
  const behind = new Histogram({
    name: 'tapdesk_feed_lag_changes',
    help: 'How many changes of its account a desk had not seen when it asked',
    buckets: [0, 1, 10, 100, 500, 5000, 50_000, 500_000],
    registers,
  })

  watchMails(registers, db, now)
  watchPool(registers, db)

  return {
    observe: {
      answered: (endpoint, status, seconds) => requests.observe({ endpoint, status }, seconds),
      batch(results) {
        for (const result of results) items.inc(labelsOf(result))
      },
      pulled: (count) => behind.observe(count),
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}

function labelsOf(result: ItemResult): { readonly outcome: string; readonly code: string } {
  switch (result.outcome) {
    case 'applied':
      return { outcome: result.replayed ? 'replayed' : 'applied', code: '' }
    case 'refused':
      return { outcome: 'refused', code: result.problem.code }
    case 'retry':
      return { outcome: 'retry', code: result.code }
  }
}

function watchMails(registers: Registry[], db: CloudDatabase, now: () => Date) {
  const waiting = new Gauge({
    name: 'tapdesk_mails_waiting',
    help: 'Mails that have not gone out yet',
    registers,
    async collect() {
      const { count, oldest } = await db
        .selectFrom('mail')
        .select((mail) => [
          mail.fn.countAll<number | string>().as('count'),
          mail.fn.min('due_at').as('oldest'),
        ])
        .executeTakeFirstOrThrow()
      waiting.set(Number(count))
      const late = oldest === null ? 0 : (now().getTime() - Date.parse(oldest)) / 1000
      overdue.set(Math.max(0, late))
    },
  })
  const overdue = new Gauge({
    name: 'tapdesk_mail_overdue_seconds',
    help: 'For how long the mail that waits longest has been due',
    registers,
  })
}

/** PostgreSQL only: SQLite has one connection. */
function watchPool(registers: Registry[], db: CloudDatabase) {
  const pool = poolOf(db)
  if (pool === null) return
  const connections = new Gauge({
    name: 'tapdesk_database_connections',
    help: 'Connections to PostgreSQL, and queries that wait for one',
    labelNames: ['state'],
    registers,
    collect() {
      connections.set({ state: 'open' }, pool.totalCount)
      connections.set({ state: 'idle' }, pool.idleCount)
      connections.set({ state: 'waited-for' }, pool.waitingCount)
    },
  })
}
