import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { personFields } from '../../core/person.ts'
import type { DeskStore } from '../../electron/store/desk-store.ts'
import type { DeskEvidence } from './desk-database.ts'
import type { Seen, Wishes } from './wishes.ts'
import { type SimulatedCloud, cardsOfState } from './simulated-cloud.ts'
import type { Evidence } from './simulated-evidence.ts'

/** What the checks need of a cloud. */
export type CloudUnderCheck = Pick<SimulatedCloud, 'living' | 'digest'> & {
  readonly evidence: Evidence
}

export type Life = {
  readonly wishes: Wishes
  readonly cloud: CloudUnderCheck
  readonly desk: DeskEvidence
}

/** What must hold after every step. Each broken promise in words. */
export function alwaysTrue(life: Life): readonly string[] {
  return [...nothingInvented(life), ...nothingTwice(life), ...inOrder(life), ...nobodyHurt(life)]
}

/** What must hold as well once everything has healed. */
export function trueInTheEnd(life: Life & { readonly store: DeskStore }): readonly string[] {
  return [
    ...nothingLost(life),
    ...nothingGivenUp(life),
    ...nobodyOverruled(life),
    ...converged(life),
  ]
}

/** What holds even when it is not known what the people at the desk saw. */
export function trueAfterKills(life: Life & { readonly store: DeskStore }): readonly string[] {
  return [...nothingLost(life), ...nothingInvented(life), ...nothingTwice(life), ...converged(life)]
}

/** I1 and I4: every accepted operation has a fate, and desk and cloud agree which were applied. */
function* nothingLost({ wishes, desk, cloud }: Life): Generator<string> {
  for (const opId of wishes.accepted) {
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

/** I1: only a person gives up, or what was wished has become pointless. */
function* nothingGivenUp({ wishes, desk, cloud }: Life): Generator<string> {
  const living = new Map(cloud.living().map(({ id, state }) => [id, state]))
  const reasons: Readonly<Record<string, (opId: string, recordId: string) => boolean>> = {
    'by the person': (opId) => wishes.givenUp.has(opId),
    'no change left': (opId) => wishes.saw.has(opId),
    'no record': (opId) => desk.successors.has(opId),
    same: () => true,
    gone: (_, recordId) => !living.has(recordId) || cloud.evidence.wereAway.has(recordId),
    registered: (_, recordId) => living.get(recordId)?.kind !== 'invitation',
  }
  for (const [opId, { recordId, reason }] of desk.discarded) {
    if (reasons[reason]?.(opId, recordId) !== true) yield `I1 ${opId} was given up: ${reason}`
  }
}

/** I13: what others had set is overwritten only by who has seen it. */
function* nobodyOverruled({ wishes, desk, cloud }: Life): Generator<string> {
  const origins = new Map<string, readonly string[]>()
  for (const [opId, by] of desk.successors) origins.set(by, [...(origins.get(by) ?? []), opId])
  const seenBy = (opId: string): readonly Seen[] => [
    ...[wishes.saw.get(opId)].flatMap((seen) => seen ?? []),
    ...(origins.get(opId) ?? []).flatMap(seenBy),
  ]
  for (const { wish, overwrites } of cloud.evidence.history) {
    for (const { field, value, version } of overwrites) {
      const known = seenBy(wish.opId).some(
        (seen) => seen.version >= version || seen.state[field] === value,
      )
      if (!known) yield `I13 ${wish.opId} overwrote ${field} unseen`
    }
  }
}

/** I4: the cloud has nothing that the desk does not know of. */
function* nothingInvented({ desk, cloud }: Life): Generator<string> {
  for (const { opId } of cloud.evidence.applied) {
    if (!desk.outcomes.has(opId) && !desk.queued.has(opId)) {
      yield `I4 the cloud applied ${opId}, which nobody here asked for`
    }
  }
}

/** I2 and I8: one effect per operation, one holder per card, one meaning per key. */
function* nothingTwice({ cloud }: Life): Generator<string> {
  const seen = new Set<string>()
  for (const { opId } of cloud.evidence.applied) {
    if (seen.has(opId)) yield `I2 ${opId} was applied twice`
    seen.add(opId)
  }
  const held = cloud.living().flatMap(({ state }) => cardsOfState(state))
  if (new Set(held).size !== held.length) yield 'I2 a card has two holders'
  for (const opId of cloud.evidence.reusedKeys) yield `I8 ${opId} came with other bytes`
}

/** I3: per record and per card the cloud applied the wishes in the order in which they were made. */
function* inOrder({ wishes, cloud }: Life): Generator<string> {
  const last = new Map<string, string>()
  for (const { wish, cards } of cloud.evidence.history) {
    if (wish.method !== 'create' && wish.method !== 'update') continue
    const fields = wish.method === 'create' ? wish.fields : wish.set
    const mark = fields.additionalInformation
    // A card taken for somebody who never came to be: nobody wished anything else with it.
    if (mark === undefined) continue
    const [before, after] = cards
    const touched =
      before === after
        ? []
        : [before, after].flatMap((card) =>
            card === null || wishes.givenBack.has(card) ? [] : [card],
          )
    for (const key of [wish.recordId, ...touched]) {
      const earlier = last.get(key) ?? ''
      if (mark < earlier) yield `I3 ${key}: ${mark} came after ${earlier}`
      last.set(key, mark)
    }
  }
}

/** Who registered meanwhile is neither deleted nor mailed, and what was taken back does not happen. */
function* nobodyHurt({ wishes, cloud }: Life): Generator<string> {
  for (const { wish, registered } of cloud.evidence.history) {
    const { opId, recordId } = wish
    if (wishes.undone.has(opId)) yield `I11 ${opId} was taken back`
    if (!registered) continue
    if (wish.method === 'resend') yield `I12 ${recordId} has registered and was mailed`
    if (wish.method === 'delete' && !wishes.deletedKnowingly.has(recordId)) {
      yield `I12 ${recordId} has registered and was deleted`
    }
  }
}

const onlyFields = z.object(personFields.shape)

/** I5: the desk shows exactly what the cloud has. */
function* converged({
  store,
  desk,
  cloud,
}: Life & { readonly store: DeskStore }): Generator<string> {
  const living = new Map(cloud.living().map((record) => [record.id, record]))
  for (const [id, { state }] of living) {
    const shown = store.people.fields(id)
    if (shown === null) yield `I5 ${id} is missing at the desk`
    else if (!isDeepStrictEqual(shown, onlyFields.parse(state))) yield `I5 ${id} differs`
    else if (!isDeepStrictEqual(desk.groups.get(id), state?.groups)) yield `I5 ${id} groups differ`
  }
  for (const id of desk.versions.keys()) {
    if (!living.has(id) && store.people.fields(id) !== null) yield `I5 ${id} is a ghost`
  }
  const { count, buckets } = cloud.digest()
  if (!isDeepStrictEqual(store.feed.digest(), { count, buckets })) yield 'I5 digests differ'
}
