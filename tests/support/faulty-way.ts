import { type Failure, fail, ok } from '../../core/outcome.ts'
import type { BatchResult, CloudFailure } from '../../electron/cloud-client/cloud-client.ts'
import type { SyncAnswer, SyncRequest } from '../../electron/sync/sync-engine.ts'
import type { Randomness } from './randomness.ts'
import type { SimulatedCloud } from './simulated-cloud.ts'

/** The way to a simulated cloud, with everything that happens on it, by seeded dice. */
export type FaultyWay = {
  /** Carries out a request as the shell would. `faults`: 0 for none, 1 for the worst. */
  carry(request: SyncRequest, faults: number): SyncAnswer
  /** Delivers copies of earlier batches that the network still holds. */
  deliverLate(): void
  setSignedIn(signedIn: boolean): void
}

const pageLimit = 7

export function createFaultyWay(cloud: SimulatedCloud, dice: Randomness): FaultyWay {
  const held: (readonly string[])[] = []
  let signedIn = true

  function carry(request: SyncRequest, faults: number): SyncAnswer {
    if (!signedIn) return failed(request, fail('token.invalid'))
    if (dice.chance(faults * 0.3)) return failed(request, dice.pick(refusals)())
    if (request.kind === 'batch' && request.items.length > 3 && dice.chance(faults * 0.05)) {
      return failed(request, fail('too-large'))
    }
    const answer = reached(request, faults)
    if (request.kind === 'batch' && dice.chance(faults * 0.2)) held.push(request.items)
    // The cloud has done it, but the desk never hears of it.
    return dice.chance(faults * 0.25) ? failed(request, dice.pick(lostReplies)()) : answer
  }

  function reached(request: SyncRequest, faults: number): SyncAnswer {
    switch (request.kind) {
      case 'batch':
        return { kind: 'batch', result: ok({ results: batch(request.items, faults) }) }
      case 'changes': {
        const page = cloud.changes(request.cursor, pageLimit)
        if (page === 'cursor.expired') return failed(request, fail('cursor.expired'))
        const odd = dice.chance(faults * 0.05) ? { ...page, from: '999999' } : page
        return { kind: 'changes', result: ok(odd) }
      }
      case 'snapshot':
        return { kind: 'snapshot', result: ok(cloud.snapshot(request.after, pageLimit)) }
      case 'digest':
        return { kind: 'digest', result: ok(cloud.digest()) }
      case 'erasures':
        return { kind: 'erasures', result: ok(cloud.erasures(request.after)) }
      case 'log':
        return { kind: 'log', result: ok(cloud.log(request.query, pageLimit)) }
      case 'directory':
        return { kind: 'directory', result: ok(cloud.directory()) }
    }
  }

  /** Some items may fail by themselves; results come in any order, incomplete, twice or about strangers. */
  function batch(items: readonly string[], faults: number): readonly BatchResult[] {
    const done = items.filter(() => !dice.chance(faults * 0.1))
    const later = items.filter((item) => !done.includes(item)).map(postponed)
    const results = [...cloud.batch(done).results, ...later]
    const stranger = postponed(JSON.stringify({ opId: dice.uuid() }))
    const told = results.flatMap((result): readonly BatchResult[] => {
      if (dice.chance(faults * 0.05)) return []
      if (dice.chance(faults * 0.05)) return [stranger, result, result]
      return [result]
    })
    return dice.chance(faults * 0.5) ? told.toReversed() : told
  }

  return {
    carry,
    deliverLate() {
      for (const items of held.splice(0, dice.below(held.length + 1))) cloud.batch(items)
    },
    setSignedIn: (value) => void (signedIn = value),
  }
}

const network = () => fail<CloudFailure>('network')
const timeout = () => fail<CloudFailure>('network', { detail: { timedOut: true } })
const pause = (code: CloudFailure, retryAfterMs: number) => fail(code, { detail: { retryAfterMs } })
const internal = () => fail<CloudFailure>('internal')

const refusals: readonly [() => Failure<CloudFailure>, ...(() => Failure<CloudFailure>)[]] = [
  network,
  network,
  timeout,
  internal,
  () => fail('unavailable'),
  () => pause('unavailable', 0),
  () => pause('rate-limited', 120_000),
  () => pause('rate-limited', 3_600_000),
  () => fail('not-a-cloud'),
  () => fail('tls'),
  () => fail('not-a-cloud', { detail: { reason: 'schema' } }),
  () => fail('upgrade'),
  () => fail('forbidden'),
]
const lostReplies: readonly [typeof network, ...(typeof network)[]] = [network, timeout, internal]

function failed(request: SyncRequest, failure: Failure<CloudFailure>): SyncAnswer {
  return { kind: request.kind, result: failure }
}

function postponed(item: string): BatchResult {
  const { opId }: { opId: string } = JSON.parse(item)
  return { opId, outcome: 'retry', code: 'server-error' }
}
