import { mayDo } from '../../core/policy.ts'
import { queueMail } from '../store/invitations.ts'
import { type RecordRow, changeOf, fieldColumns, fieldsOf } from '../store/records.ts'
import {
  type OperationContext,
  type Resend,
  type Settled,
  refused,
  wishedNow,
} from './operation-context.ts'
import { fieldProblem } from './rules.ts'
import { carryOut, invitation, standingAfter } from './standing.ts'
import { targetProblem } from './target-problem.ts'

/**
 * Mails an invitation once more, expired or refused ones too, and renews its expiry. Earlier links stay
 * good, unless they went to an address that is corrected now.
 */
export async function applyResend(context: OperationContext, resend: Resend): Promise<Settled> {
  const { records, actor } = context
  const before = await records.find(resend.recordId)
  if (!before) return refused({ code: 'gone' })
  const problem = targetProblem(actor, before)
  if (problem) return refused(problem)
  if (!mayDo(actor.role, 'resend')) return refused({ code: 'forbidden' })
  if (before.registered_version !== null) {
    return refused({ code: 'registered', current: changeOf(before) })
  }
  const email = resend.email ?? before.email
  if (email === null) return refused({ code: 'schema', field: 'email' })
  return email === before.email
    ? again(context, before, resend)
    : corrected(context, before, resend)
}

async function again(
  context: OperationContext,
  before: RecordRow,
  { opId }: Resend,
): Promise<Settled> {
  const columns = await invitation(context, before)
  const row = { ...before, ...columns, ...next(context, before, opId) }
  await context.records.replace(row)
  await queueMail(context.db, row, context.now)
  return { outcome: 'applied', change: changeOf(row) }
}

async function corrected(
  context: OperationContext,
  before: RecordRow,
  { opId, email }: Resend,
): Promise<Settled> {
  const fields = { ...fieldsOf(before), email }
  const version = before.version + 1
  const at = { id: before.id, fields, before }
  const problem = await fieldProblem(context, at, 'set')
  if (problem) return refused(problem)
  const standing = await standingAfter(context, { version, fields, before })
  if ('code' in standing) return refused(standing)
  const changed = { ...before, ...fieldColumns(fields), ...standing.columns }
  const row = { ...changed, ...next(context, before, opId), ...wishedNow(context, version) }
  await context.records.replace(row)
  await carryOut(context, row, standing.effect)
  return { outcome: 'applied', change: changeOf(row) }
}

function next({ now, nextPosition }: OperationContext, before: RecordRow, opId: string) {
  const version = before.version + 1
  return { version, seq: nextPosition(), op_id: opId, changed_at: now }
}
