import { isDeepStrictEqual } from 'node:util'
import { personFields } from '../../core/person.ts'
import type { DeskStore } from '../../electron/store/desk-store.ts'
import { z } from 'zod'
import type { SimulatedCloud } from './simulated-cloud.ts'

/** What only the database itself can tell. */
export type DeskEvidence = {
  /** What became of every op id that is no longer in the queue. */
  readonly outcomes: ReadonlyMap<string, string>
  readonly queued: ReadonlySet<string>
  /** Version last known from the cloud, by record. */
  readonly versions: ReadonlyMap<string, number>
}

const onlyFields = z.object(personFields.shape)

/** The promises, checked after everything has healed. Each broken one in words. */
export function violations(after: {
  readonly accepted: ReadonlySet<string>
  readonly store: DeskStore
  readonly desk: DeskEvidence
  readonly cloud: SimulatedCloud
}): readonly string[] {
  return [...nothingLost(after), ...nothingTwice(after), ...inOrder(after), ...converged(after)]
}

type After = Parameters<typeof violations>[0]

/** I1 and I4: every accepted operation has a fate, and desk and cloud agree which were applied. */
function* nothingLost({ accepted, desk, cloud }: After): Generator<string> {
  for (const opId of accepted) {
    if (!desk.outcomes.has(opId) && !desk.queued.has(opId)) yield `I1 ${opId} vanished`
  }
  const applied = new Set(cloud.evidence.applied.map((wish) => wish.opId))
  for (const [opId, outcome] of desk.outcomes) {
    if (outcome === 'applied' && !applied.has(opId)) yield `I4 ${opId} was never in the cloud`
  }
  for (const opId of applied) {
    const outcome = desk.outcomes.get(opId)
    if (outcome !== 'applied')
      yield `I4 applied in the cloud, ${outcome ?? 'unknown'} at the desk: ${opId}`
  }
}

/** I2 and I8: one effect per operation, one holder per card, one meaning per key. */
function* nothingTwice({ cloud }: After): Generator<string> {
  const seen = new Set<string>()
  for (const { opId } of cloud.evidence.applied) {
    if (seen.has(opId)) yield `I2 ${opId} was applied twice`
    seen.add(opId)
  }
  const held = cloud.living().flatMap(({ state }) => (state?.cardId ? [state.cardId] : []))
  if (new Set(held).size !== held.length) yield 'I2 a card has two holders'
  for (const opId of cloud.evidence.reusedKeys) yield `I8 ${opId} came with other bytes`
}

/** I3: per record the cloud applied the wishes in the order in which they were made. */
function* inOrder({ cloud }: After): Generator<string> {
  const last = new Map<string, string>()
  for (const wish of cloud.evidence.applied) {
    if (wish.method !== 'create' && wish.method !== 'update') continue
    const fields = wish.method === 'create' ? wish.fields : wish.set
    const mark = fields.additionalInformation ?? ''
    const before = last.get(wish.recordId) ?? ''
    if (mark < before) yield `I3 ${wish.recordId}: ${mark} came after ${before}`
    last.set(wish.recordId, mark)
  }
}

/** I5: the desk shows exactly what the cloud has. */
function* converged({ store, desk, cloud }: After): Generator<string> {
  const living = new Map(cloud.living().map((record) => [record.id, record]))
  for (const [id, { state }] of living) {
    const shown = store.people.fields(id)
    if (shown === null) yield `I5 ${id} is missing at the desk`
    else if (!isDeepStrictEqual(shown, onlyFields.parse(state))) yield `I5 ${id} differs`
  }
  for (const id of desk.versions.keys()) {
    if (!living.has(id) && store.people.fields(id) !== null) yield `I5 ${id} is a ghost`
  }
  const { count, buckets } = cloud.digest()
  if (!isDeepStrictEqual(store.feed.digest(), { count, buckets })) yield 'I5 digests differ'
}
