import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { measureBatches } from './cloud/batches.ts'
import { type Place, onPostgres, onSqlite } from './cloud/databases.ts'
import { measureFeed } from './cloud/feed.ts'
import { type Growth, measureGrowth } from './cloud/growth.ts'
import { plot } from './cloud/plot.ts'
import { measurePolls } from './cloud/polls.ts'
import { measureSizes } from './cloud/sizes.ts'
import { type Figure, conclude, figure, percentile } from './figures.ts'

/** What the cloud costs: batches, the way to another desk, idle desks and disk on both databases; growth on PostgreSQL. */
const asked = process.argv.slice(2)
const wants = (part: string) => asked.length === 0 || asked.includes(part)
const picture = path.resolve(import.meta.dirname, '../../docs/pictures/cloud-growth.svg')

const scratch = mkdtempSync(path.join(tmpdir(), 'tapdesk-bench-cloud-'))
const postgres = await onPostgres(scratch)
const figures: Figure[] = []
try {
  for (const place of [postgres, onSqlite(scratch)]) {
    if (wants('batch')) figures.push(...(await batch(place)))
    if (wants('feed')) figures.push(await feed(place))
    if (wants('poll')) figures.push(await poll(place))
    if (wants('size')) figures.push(await size(place))
  }
  if (wants('growth')) writeFileSync(picture, plot(await measureGrowth(postgres, tell)))
  conclude(figures)
} finally {
  await postgres.stop()
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
}

async function batch(place: Place) {
  const { cloud, bare, p99, bareP99 } = await measureBatches(place)
  const name = place.kind === 'postgres' ? 'batch' : 'batch.sqlite'
  return [
    figure(name, cloud, 'items/s', bare, place.kind === 'postgres' ? { least: 0.3 } : {}),
    figure(`${name}.p99`, p99, 'ms', bareP99),
  ]
}

/** Baseline: the answer to the desk that wrote. */
async function feed(place: Place) {
  const { latencies, answers } = await measureFeed(place)
  const name = place.kind === 'postgres' ? 'feed' : 'feed.sqlite'
  return figure(`${name}.p99`, percentile(latencies, 0.99), 'ms', percentile(answers, 0.99))
}

/** Baseline: whether the cloud is alive, asked by as many at once. */
async function poll(place: Place) {
  const { polls, bare } = await measurePolls(place)
  return figure(place.kind === 'postgres' ? 'poll' : 'poll.sqlite', polls, 'polls/s', bare)
}

/** Baseline: what the desk sent. */
async function size(place: Place) {
  const { kept, sent } = await measureSizes(place)
  return figure(place.kind === 'postgres' ? 'size' : 'size.sqlite', kept, 'bytes/person', sent)
}

function tell({ msPerItem, ...of }: Growth) {
  console.log(JSON.stringify({ ...of, msPerItem: Number(msPerItem.toFixed(3)) }))
}
