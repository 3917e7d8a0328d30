import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { v7 } from 'uuid'
import { personWithCard } from './cloud-rows.ts'
import { openBenchDesk } from './desk.ts'
import { signedIn } from './drain.ts'

const ITEMS = Number(process.env['TAPDESK_BENCH_ITEMS'] ?? 100_000)
const PARTS = 10

/**
 * One desk accepts and sends so many people in ten parts. Resident memory in MiB after each, swept; the
 * first two fill the page cache of the database, which is limited.
 */
export async function measureMemory(scratch: string): Promise<number[]> {
  setFlagsFromString('--expose-gc')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- V8's own function
  const sweep = runInNewContext('gc') as () => void
  const { cloud, way } = await signedIn(path.join(scratch, 'cloud-of-many'))
  const desk = openBenchDesk(path.join(scratch, 'many.db'))
  const sizes: number[] = []
  for (let part = 0; part < PARTS; part += 1) {
    for (let n = 0; n < ITEMS / PARTS; n += 1) {
      desk.create(v7(), personWithCard((part * ITEMS) / PARTS + n))
    }
    await desk.drain(way, Infinity)
    sweep()
    sizes.push(process.memoryUsage.rss() / 2 ** 20)
  }
  desk.close()
  await cloud.end()
  return sizes
}
