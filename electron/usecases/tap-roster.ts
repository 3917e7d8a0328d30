import { type Result, fail, ok } from '../../contracts/result.ts'
import type { CardMove } from '../../core/card-move.ts'
import { surfaceFor } from '../../core/card-profile.ts'
import { anyCard, cardRefusal } from '../../core/card/warnings.ts'
import { type PersonFields, nobody } from '../../core/person.ts'
import type { RosterOutcome, RosterRow, RosterTap, RosterView } from '../../core/roster/roster.ts'
import { mayMoveCards } from '../../core/role.ts'
import type { StoreRefusal } from '../../core/session.ts'
import { type PersonRefusal, checkChange, checkPerson } from './person-rules.ts'
import type { OpenDesk, Workplace } from './ports.ts'
import { checkCardMove, holdMove } from './card-move-rules.ts'
import { labelAfter } from './find-label.ts'
import { readerLabel } from './reader-label.ts'
import { showRoster } from './show-roster.ts'
import { undoMs } from './undo-time.ts'

type Refusal =
  | Extract<PersonRefusal, 'role-not-allowed' | 'email-not-allowed' | 'name-missing'>
  | StoreRefusal
  | 'signed-out'
  | 'invalid'
  | 'gone'
  | 'move-not-allowed'

/** Gives a card to the person whose turn it is. What it was is decided here, and written in one step. */
export function tapRoster(
  place: Workplace,
  tap: RosterTap,
): Result<{ outcome: RosterOutcome; view: RosterView }, Refusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const decided = place.reading(() => decide(desk, tap))
  const outcome = decided.ok ? carryOut(place, desk, tap, decided.value) : decided
  if (!outcome.ok) return outcome
  const view = showRoster(place, desk, tap.rosterId)
  return view.ok ? ok({ outcome: outcome.value, view: view.value }) : view
}

type Decision =
  | Exclude<RosterOutcome, { kind: 'assigned' }>
  | { readonly kind: 'done'; readonly row: RosterRow }
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'assign'
      readonly before: PersonFields | null
      readonly fields: PersonFields & { readonly cardId: string }
      readonly move: CardMove | null
    }

function decide(desk: OpenDesk, tap: RosterTap): Decision {
  const { rosterId, opId, uid, atr, source, ndefText } = tap
  const row = desk.rosters.person(rosterId, opId)
  if (row === null) return { kind: 'passed' }
  if (row.state === 'assigned') {
    return row.cardId === uid ? { kind: 'done', row } : { kind: 'passed' }
  }
  const [last] = desk.rosters.view(rosterId)?.recent ?? []
  if (last?.cardId === uid) return { kind: 'same-again' }
  const { cardProfile } = desk.directory.get()
  const reason = cardRefusal({ uid, atr, source }, cardProfile.policy)
  if (reason !== null) return { kind: 'refused', reason }
  const except = row.recordId
  const holder = desk.people.hints({ email: null, cardId: uid, surfaceId: null, except }).card
  // Numbers that only may be one card hold nobody up.
  const taken = holder !== null && holder.likeness !== 'may-be' ? holder : null
  const movable = taken?.likeness === 'same' && mayMoveCards(desk.identity.account.role)
  if (taken !== null && !(movable && tap.moveOpId !== null)) {
    const { recordId, name } = taken
    return { kind: 'taken', holder: { recordId, name, movable } }
  }
  const before = row.recordId === null ? null : desk.people.fields(row.recordId)
  if (before === null && row.recordId !== null) return { kind: 'gone' }
  const label = taken === null ? labelAfter(desk) : labelOf(desk, taken.recordId)
  const isTyped = cardProfile.surface.kind === 'typed'
  const made = surfaceFor(cardProfile, { uid, ndefText, nextLabel: label })
  // The printed number belongs to the card: another card brings another one.
  const printed = isTyped && taken !== null ? label : made
  const surfaceId = desk.loose.labelOf(uid) ?? printed ?? ''
  const fields = { ...(before ?? fieldsOf(row)), cardId: uid, surfaceId }
  const fromRecordId = taken?.recordId ?? null
  const { moveOpId } = tap
  const isMove = fromRecordId !== null && moveOpId !== null
  return { kind: 'assign', before, fields, move: isMove ? { opId: moveOpId, fromRecordId } : null }
}

function carryOut(
  place: Workplace,
  desk: OpenDesk,
  { rosterId, opId, ...tap }: RosterTap,
  decision: Decision,
): Result<RosterOutcome, Refusal> {
  switch (decision.kind) {
    case 'gone':
      return fail('gone')
    case 'done':
      return ok({ kind: 'assigned', row: decision.row })
    case 'refused':
    case 'taken': {
      const reason = decision.kind === 'taken' ? 'taken' : decision.reason
      const noted = desk.rosters.noteRefusal(rosterId, opId, reason)
      return noted.ok ? ok(decision) : noted
    }
    case 'assign': {
      const { fields, before, move } = decision
      const allowed = judged(desk, before, fields)
      if (!allowed.ok) return allowed
      const movable = checkCardMove(place, desk, move?.fromRecordId ?? null)
      if (!movable.ok) return movable
      const at = place.wallTime()
      const reader = readerLabel(place, tap.reader)
      const assigned = desk.rosters.assign({ rosterId, opId, fields, before, move, at, reader })
      if (!assigned.ok) return assigned
      desk.hold([opId], undoMs)
      holdMove(desk, move)
      place.peopleChanged()
      desk.nudge('accepted')
      const row = place.reading(() => desk.rosters.person(rosterId, opId))
      if (!row.ok) return row
      return row.value === null ? fail('gone') : ok({ kind: 'assigned', row: row.value })
    }
    case 'same-again':
    case 'passed':
      return ok(decision)
  }
}

/** By everything but the card, which was judged with what its reader tells of it. */
function judged(
  desk: OpenDesk,
  before: PersonFields | null,
  fields: PersonFields,
): Result<void, Refusal> {
  const { role } = desk.identity.account
  const rules = { policy: anyCard, hasRegions: false }
  const checked =
    before === null ? checkPerson(role, fields, rules) : checkChange(role, before, fields, rules)
  if (checked.ok) return ok()
  const { code } = checked
  switch (code) {
    case 'card-missing':
    case 'card-random':
    case 'card-partial':
      return fail('invalid', { field: 'cardId' })
    case 'region-missing':
      return fail('invalid', { field: 'regionId' })
    case 'role-not-allowed':
    case 'email-not-allowed':
    case 'name-missing':
      return fail(code)
  }
}

function fieldsOf(row: RosterRow): PersonFields {
  const { email, firstName, lastName, organization, additionalInformation } = row
  return { ...nobody, email, firstName, lastName, organization, additionalInformation }
}

/** What is printed on a card that somebody has. */
function labelOf(desk: OpenDesk, recordId: string): string | null {
  return desk.people.fields(recordId)?.surfaceId ?? null
}
