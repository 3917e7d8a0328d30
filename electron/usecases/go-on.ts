import type { OpenDesk, Workplace } from './ports.ts'

/**
 * What a desk does by itself before its person sees it. Trouble is no reason to refuse the desk: it is
 * tried again the next time.
 */
export function goOn(place: Workplace, desk: OpenDesk): void {
  desk.people.encodeAnew(place.appVersion, place.newId)
  settleHandOvers(place, desk)
}

/**
 * Finishes what a crash has left half-way: what was handed over leaves the giver's queue, and what a taker
 * has accepted already is theirs.
 */
function settleHandOvers(place: Workplace, desk: OpenDesk): void {
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
