import { type Result, fail, ok } from '../../contracts/result.ts'
import type { CardStep, CardStepRefusal } from '../../core/card-step.ts'
import { cardRefusal } from '../../core/card/warnings.ts'
import { mayChangeRole, mayTendCards } from '../../core/role.ts'
import type { StoreRefusal } from '../../core/session.ts'
import { cardPolicyOf } from './card-policy-of.ts'
import { readerLabel } from './reader-label.ts'
import type { OpenDesk, Workplace } from './ports.ts'
import { undoMs } from './undo-time.ts'

type Refusal =
  'gone' | 'card-held' | 'card-random' | 'card-partial' | 'end-passed' | 'cards-not-allowed'

/** Records what happened to somebody's card; it is held as long as Undo is offered, and sent in its turn. */
export function changeCards(
  place: Workplace,
  input: {
    readonly opId: string
    readonly recordId: string
    readonly step: CardStep
    readonly reader: string | null
  },
): Result<{ recordId: string }, Refusal | CardStepRefusal | StoreRefusal | 'signed-out'> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const allowed = checkHolder(place, desk, input.recordId)
  if (!allowed.ok) return allowed
  const fit = checkCard(place, desk, input)
  if (!fit.ok) return fit
  const reader = readerLabel(place, input.reader)
  const accepted = desk.people.acceptCardStep({ ...input, reader, at: place.wallTime() })
  if (!accepted.ok) return accepted
  desk.hold([input.opId], undoMs)
  place.peopleChanged()
  desk.nudge('accepted')
  return accepted
}

function checkHolder(
  place: Workplace,
  desk: OpenDesk,
  recordId: string,
): Result<void, 'gone' | 'cards-not-allowed' | StoreRefusal> {
  const by = desk.identity.account.role
  if (!mayTendCards(by)) return fail('cards-not-allowed')
  const standing = place.reading(() => desk.people.standing([recordId]))
  if (!standing.ok) return standing
  const [holder] = standing.value
  if (holder === undefined || holder.deleted) return fail('gone')
  return mayChangeRole(by, holder.role) ? ok() : fail('cards-not-allowed')
}

/** Of a card that is given: it is good, and nobody else has it as far as this desk knows. */
function checkCard(
  place: Workplace,
  desk: OpenDesk,
  { recordId, step }: { readonly recordId: string; readonly step: CardStep },
): Result<void, Refusal | StoreRefusal> {
  if (step.action !== 'replace' && step.action !== 'lend') return ok()
  if (step.action === 'lend' && Date.parse(step.until) <= Date.parse(place.wallTime())) {
    return fail('end-passed', { field: 'until' })
  }
  const policy = cardPolicyOf(place, desk)
  if (!policy.ok) return policy
  const refusal = cardRefusal({ uid: step.cardId }, policy.value)
  if (refusal !== null) return fail(`card-${refusal}`, { field: 'cardId' })
  const asked = { email: null, cardId: step.cardId, surfaceId: null, except: recordId }
  const hints = place.reading(() => desk.people.hints(asked))
  if (!hints.ok) return hints
  const holder = hints.value.card
  if (holder?.likeness !== 'same') return ok()
  return fail('card-held', { field: 'cardId', detail: { name: holder.name } })
}
