import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { measureAccept } from './accept-rows.ts'
import { type Figure, conclude, figure, percentile } from './figures.ts'
import { drained, measureDrain } from './outbox/drain.ts'
import { measureMemory } from './outbox/memory.ts'
import { measurePending } from './outbox/million.ts'
import { measureStall } from './outbox/stall.ts'

/** What the queue costs: to be taken into it, to be in it, and to leave it for a real cloud. */
const parts: Readonly<Record<string, (scratch: string) => Promise<Figure[]>>> = {
  accept,
  drain,
  pending,
  memory,
  stall,
}

const scratch = mkdtempSync(path.join(tmpdir(), 'tapdesk-bench-outbox-'))
const [p50, p99] = [0.5, 0.99]

async function accept() {
  const { store, rows } = measureAccept(scratch)
  return [
    figure('accept', percentile(store, p50), 'ms', percentile(rows, p50), { must: 2 }),
    figure('accept.p99', percentile(store, p99), 'ms', percentile(rows, p99)),
  ]
}

async function drain() {
  const times = await measureDrain(scratch)
  const perSecond = (ms: readonly number[]) => (drained / percentile(ms, p50)) * 1000
  const desk = perSecond(times.desk)
  const bare = perSecond(times.bare)
  return [
    figure('drain', desk, 'items/s', bare, { least: 0.4 }),
    figure('drain.without-logs', desk, 'items/s', perSecond(times.records)),
    figure('drain.own-batches', perSecond(times.chosen), 'items/s', bare),
    figure('drain.cpu', percentile(times.cpu, p50), 'µs/item', percentile(times.bareCpu, p50)),
  ]
}

async function pending() {
  const { many, few } = measurePending(scratch)
  const median = (times: readonly number[]) => percentile(times, p50)
  return [
    figure('claim', median(many.claim), 'ms', median(few.claim), { most: 5 }),
    figure('boot', median(many.boot), 'ms', median(few.boot), { most: 20 }),
  ]
}

async function memory() {
  const sizes = await measureMemory(scratch)
  const [last = 0, early = 0] = [sizes.at(-1), sizes[1]]
  return [figure('memory-100000-items', last, 'MiB', early, { must: 1.15 })]
}

async function stall() {
  const { busy, idle, frames } = await measureStall(scratch)
  return [
    figure('stall', percentile(busy, p99), 'ms', percentile(idle, p99), { most: 16 }),
    figure('stall.window-frame', percentile(frames, p99), 'ms', 1000 / 60),
  ]
}

const asked = process.argv.slice(2)
try {
  const figures: Figure[] = []
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length === 0 || asked.includes(name)) figures.push(...(await measure(scratch)))
  }
  conclude(figures)
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
}
