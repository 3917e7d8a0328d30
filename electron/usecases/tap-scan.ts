import { type Result, fail, ok } from '../../contracts/result.ts'
import { cardRefusal } from '../../core/card/warnings.ts'
import { isWorthKeeping, keptSince } from '../../core/scan/keeping.ts'
import type { Meeting, MetCard, ScanOutcome, ScanView } from '../../core/scan/scan.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { OpenDesk, Workplace } from './ports.ts'
import { showScan } from './show-scan.ts'

type Refusal = 'signed-out' | 'invalid' | StoreRefusal

/** Gives a card the next running label. What becomes of it is decided here, and written in one step. */
export function tapScan(
  place: Workplace,
  { scanId, card }: { readonly scanId: string; readonly card: MetCard },
): Result<{ outcome: ScanOutcome; view: ScanView }, Refusal | 'gone'> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const scan = showScan(place, desk, scanId)
  if (!scan.ok) return scan
  if (scan.value.endedAt !== null) return fail('gone')
  const judged = place.reading(() => judge(desk, card))
  if (!judged.ok) return judged
  const outcome = judged.value === null ? label(place, desk, scanId, card) : ok(judged.value)
  if (!outcome.ok) return outcome
  const view = showScan(place, desk, scanId)
  return view.ok ? ok({ outcome: outcome.value, view: view.value }) : view
}

/** Whose a card is that was laid down where people are. One that nobody has is kept, if that makes sense. */
export function meetCard(place: Workplace, card: MetCard): Result<Meeting, Refusal> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const found = place.reading(() => ({ holder: holderOf(desk, card), judged: judge(desk, card) }))
  if (!found.ok) return found
  const { holder, judged } = found.value
  if (holder !== null) return ok({ kind: 'held', ...holder })
  if (judged?.kind === 'refused') return ok(judged)
  if (!isWorthKeeping(card)) return ok({ kind: 'unknown', card: null })
  const at = place.wallTime()
  const met = desk.loose.met({ ...card, at }, keptSince(at))
  return met.ok ? ok({ kind: 'unknown', card: met.value }) : met
}

function label(place: Workplace, desk: OpenDesk, scanId: string, card: MetCard) {
  return desk.loose.label(scanId, { ...card, at: place.wallTime() })
}

/** null: nothing speaks against handing it out. */
function judge(
  desk: OpenDesk,
  card: MetCard,
): Extract<ScanOutcome, { kind: 'refused' | 'held' }> | null {
  const holder = holderOf(desk, card)
  if (holder !== null) return { kind: 'held', name: holder.name }
  const reason = cardRefusal(card, desk.directory.get().cardProfile.policy)
  return reason === null ? null : { kind: 'refused', reason }
}

/** Numbers that only may be one card make nobody its holder. */
function holderOf(desk: OpenDesk, { uid }: MetCard) {
  const query = { email: null, cardId: uid, surfaceId: null, except: null }
  const { card } = desk.people.hints(query)
  if (card === null || card.likeness === 'may-be') return null
  const { recordId, name, status } = card
  const [standing] = desk.people.standing([recordId])
  const main = status === undefined ? desk.people.fields(recordId)?.cardId : undefined
  return { recordId, name, of: standing?.kind ?? 'user', uid: main ?? uid }
}
