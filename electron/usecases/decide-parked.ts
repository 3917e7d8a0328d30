import { type Result, fail, ok } from '../../contracts/result.ts'
import type { ParkedRow } from '../../core/pending-page.ts'
import { type Remedy, fieldsAfter } from '../../core/remedy.ts'
import type { Role } from '../../core/role.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Decision } from '../store/desk-store.ts'
import { type AccountRules, rulesOf } from './card-policy-of.ts'
import { type PersonRefusal, checkPerson } from './person-rules.ts'
import type { Workplace } from './ports.ts'

type Asked = { readonly opId: string; readonly newOpId: string }

/**
 * One decision for many operations that wait, in one transaction. Those that it does not help stay as they
 * are and are counted; when it helps none, the answer says why. Those decided meanwhile are no trouble.
 */
export function decideParked(
  place: Workplace,
  input: { readonly items: readonly Asked[]; readonly remedy: Remedy },
): Result<
  { decided: number; left: number },
  PersonRefusal | StoreRefusal | 'signed-out' | 'invalid'
> {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const rules = rulesOf(place, desk)
  if (!rules.ok) return rules
  const parked = place.reading(() => desk.people.parked())
  if (!parked.ok) return parked
  const rows = new Map(parked.value.map((row) => [row.opId, row]))

  const by = { role: desk.identity.account.role, rules: rules.value }
  const decisions: Decision[] = []
  const refusals: Extract<ReturnType<typeof decisionOn>, { ok: false }>[] = []
  for (const asked of input.items) {
    const row = rows.get(asked.opId)
    if (row === undefined) continue
    const decision = decisionOn(row, asked, input.remedy, by)
    if (decision.ok) decisions.push(decision.value)
    else refusals.push(decision)
  }
  const [first] = refusals
  if (decisions.length === 0 && first !== undefined) return first
  const done = desk.people.decideParked(decisions)
  if (!done.ok) return done
  place.peopleChanged()
  desk.nudge('accepted')
  return ok({ decided: done.value.decided, left: refusals.length })
}

function decisionOn(
  row: ParkedRow,
  { opId, newOpId }: Asked,
  remedy: Remedy,
  by: { readonly role: Role; readonly rules: AccountRules },
): Result<Decision, PersonRefusal> {
  const fields = fieldsAfter(row, remedy)
  const group = remedy.kind === 'group' ? remedy.group : null
  if (fields === null) return ok({ opId, newOpId, fields, group })
  const judged = row.method === 'create' || row.method === 'update'
  const checked = judged ? checkPerson(by.role, fields, by.rules) : ok(fields)
  return checked.ok ? ok({ opId, newOpId, fields: checked.value, group }) : checked
}
