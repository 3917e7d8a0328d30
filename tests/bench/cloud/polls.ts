import type { Place } from './databases.ts'
import { batchOfNew, openWay } from './way.ts'

const polls = 4_000
const atOnce = 16

/** How many desks a second learn that nothing is new, and how many answers of the bare way there are. */
export type PollRates = { readonly polls: number; readonly bare: number }

/** Desks that ask for changes while nothing happens; the baseline asks whether the cloud is alive. */
export async function measurePolls(place: Place): Promise<PollRates> {
  const way = await openWay(place, 'polls')
  await way.post(batchOfNew(100).body)
  const { next } = await way.changes()
  const alive = async () => void (await (await fetch(`${way.cloud.url}/v1/health`)).json())
  const poll = async () => void (await way.changes(next))
  await perSecond(poll, polls / 4)
  const rates = { polls: await perSecond(poll, polls), bare: await perSecond(alive, polls) }
  await way.cloud.end()
  return rates
}

async function perSecond(ask: () => Promise<void>, times: number): Promise<number> {
  let left = times
  const one = async () => {
    for (; left > 0;) {
      left -= 1
      await ask()
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: atOnce }, one))
  return (times / (performance.now() - begun)) * 1000
}
