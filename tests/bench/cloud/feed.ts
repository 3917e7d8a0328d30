import type { Place } from './databases.ts'
import { batchOfNew, openWay } from './way.ts'

const writes = 200

/** Milliseconds from when a desk sends one person until another desk that keeps asking has them. */
export async function measureFeed(place: Place) {
  const way = await openWay(place, 'feed')
  const latencies: number[] = []
  const answers: number[] = []
  let { next } = await way.changes()
  for (let nth = 0; nth < writes; nth += 1) {
    const { ids, body } = batchOfNew(1)
    const begun = performance.now()
    const written = way.post(body).then(() => answers.push(performance.now() - begun))
    for (let seen = false; !seen;) {
      const page = await way.changes(next)
      next = page.next
      seen = page.ids.some((id) => ids.includes(id))
    }
    latencies.push(performance.now() - begun)
    await written
  }
  await way.cloud.end()
  return { latencies, answers }
}
