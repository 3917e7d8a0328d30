import { type Result, fail, ok } from '../../contracts/result.ts'
import { type HandOver, mayTakeOver } from '../../core/hand-over.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { OpenDesk, Workplace } from './ports.ts'

type Refusal = StoreRefusal | 'signed-out'

type Desk = Pick<OpenDesk, 'identity' | 'handedOn' | 'nudge'>

/** Where work changes hands: what is needed of a workplace for it. */
type Place = Pick<Workplace, 'reading' | 'wallTime' | 'peopleChanged'> & {
  readonly room: { readonly current: () => Desk | null }
  readonly profile: Pick<Workplace['profile'], 'handedOver'>
}

/**
 * Leaves operations that the cloud refused this person to a colleague. First they are kept where the
 * colleague will find them, then they leave this person's queue: never nowhere, and never sent by both.
 */
export function handOver(
  place: Place,
  input: { readonly opIds: readonly string[] },
): Result<{ handed: number }, Refusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const leaving = place.reading(() => desk.handedOn.leaving(input.opIds))
  if (!leaving.ok) return leaving
  const kept = place.profile.handedOver.keep(desk.identity, leaving.value, place.wallTime())
  if (!kept.ok) return kept
  const left = desk.handedOn.left(leaving.value.map(({ opId }) => opId))
  if (!left.ok) {
    // It stays this person's: nobody may be offered what they can still send themselves.
    const { id } = desk.identity.person
    for (const { opId } of leaving.value) place.profile.handedOver.forget(opId, id)
    return left
  }
  place.peopleChanged()
  desk.nudge('accepted')
  return ok({ handed: leaving.value.length })
}

/** What waits for this person, and what became of what they left to others. */
export function listHandOvers(place: Place): Result<HandOver[], Refusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const { account, person } = desk.identity
  const read = place.reading(() => place.profile.handedOver.list(desk.identity))
  if (!read.ok) return read
  const shown = read.value.flatMap(
    ({ opId, fromId, from, name, method, at, state, by, takerId }) => {
      const own = fromId === person.id
      const free = takerId === null || takerId === person.id
      const offered = state === 'waiting' && free && mayTakeOver(account.role, method)
      return own || offered ? [{ opId, from, name, method, at, state, by, own }] : []
    },
  )
  return ok(shown)
}

/** Wishes the same anew under this person's name, on what is there now. `left`: of people who are not there. */
export function takeOver(
  place: Place,
  input: { readonly items: readonly { readonly opId: string; readonly newOpId: string }[] },
): Result<{ taken: number; left: number }, Refusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const read = place.reading(() => place.profile.handedOver.list(desk.identity))
  if (!read.ok) return read
  let taken = 0
  for (const { opId, newOpId } of input.items) {
    const found = read.value.find((each) => each.opId === opId)
    if (found === undefined) continue
    const done = takeOne(place, desk, { ...found, newOpId })
    if (!done.ok) return done
    if (done.value) taken += 1
  }
  place.peopleChanged()
  desk.nudge('accepted')
  return ok({ taken, left: input.items.length - taken })
}

type Found = ReturnType<Workplace['profile']['handedOver']['list']>[number]

function takeOne(
  place: Place,
  desk: Desk,
  { opId, recordId, method, wish, fromId, newOpId: asked }: Found & { readonly newOpId: string },
): Result<boolean, Refusal> {
  const { account, person } = desk.identity
  if (wish === null || fromId === person.id || !mayTakeOver(account.role, method)) return ok(false)
  const key = place.profile.handedOver.reserve(opId, { id: person.id, newOpId: asked })
  if (!key.ok) return key
  if (key.value === null) return ok(false)
  const at = place.wallTime()
  const accepted = desk.handedOn.takeOver({ opId: key.value, recordId, method, wish, at })
  if (!accepted.ok) {
    const { code } = accepted
    if (code !== 'gone' && code !== 'unreadable') return fail(code)
    const released = place.profile.handedOver.release(opId, person.id)
    return released.ok ? ok(false) : released
  }
  const by = person.name || person.email
  const decided = place.profile.handedOver.decide(opId, { state: 'taken', by })
  return decided.ok ? ok(true) : decided
}

/**
 * Ends it: whoever may take it over drops it, the giver takes back what waits or has read what became of
 * it.
 */
export function endHandOver(place: Place, input: { readonly opId: string }): Result<void, Refusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const { person, account } = desk.identity
  const read = place.reading(() => place.profile.handedOver.list(desk.identity))
  if (!read.ok) return read
  const found = read.value.find(({ opId }) => opId === input.opId)
  if (found === undefined) return ok()
  const store = place.profile.handedOver
  const ended =
    found.fromId === person.id
      ? store.forget(found.opId, person.id)
      : mayTakeOver(account.role, found.method)
        ? store.decide(found.opId, { state: 'dropped', by: person.name || person.email })
        : ok()
  place.peopleChanged()
  return ended
}

/**
 * Finishes what a crash has left half-way: what was handed over leaves the giver's queue, and what a taker
 * has accepted already is theirs.
 */
export function settleHandOvers(place: Place, desk: Desk): void {
  const { person } = desk.identity
  const store = place.profile.handedOver
  const read = place.reading(() => store.list(desk.identity))
  if (!read.ok) return
  const own = read.value.filter(({ fromId }) => fromId === person.id)
  if (own.length > 0) desk.handedOn.left(own.map(({ opId }) => opId))
  for (const { opId, state, takerId, newOpId } of read.value) {
    if (state !== 'waiting' || takerId !== person.id || newOpId === null) continue
    const known = place.reading(() => desk.handedOn.knows(newOpId))
    if (known.ok && known.value)
      store.decide(opId, { state: 'taken', by: person.name || person.email })
  }
}
