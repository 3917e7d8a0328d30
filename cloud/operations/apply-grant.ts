import type { OperationProblem } from '../../core/operation.ts'
import { granted, grantLimits } from '../../core/rights.ts'
import { mayDo } from '../../core/policy.ts'
import { putInEffect } from '../store/effects.ts'
import { readDirectory } from '../store/directory.ts'
import { type RecordRow, changeOf, grantColumns, grantsOf } from '../store/records.ts'
import { type Grant, type OperationContext, type Settled, refused } from './operation-context.ts'
import { targetProblem } from './target-problem.ts'

/**
 * Adds groups and rights to a record as it is, whatever version the desk knew: for an invitation they
 * wait for the registration, for a user they are in effect at once.
 */
export async function applyGrant(context: OperationContext, grant: Grant): Promise<Settled> {
  const { db, records, actor } = context
  const before = await records.find(grant.recordId)
  if (!before) return refused({ code: 'gone' })
  const problem = targetProblem(actor, before) ?? (await grantProblem(context, grant))
  if (problem) return refused(problem)
  const has = granted(grantsOf(before), grant)
  if (Math.max(has.groups.length, has.rights.length) > grantLimits.perRecord) {
    return refused({ code: 'schema', field: 'addRights' })
  }
  const row: RecordRow = {
    ...before,
    ...grantColumns(has),
    version: before.version + 1,
    seq: context.nextPosition(),
    op_id: grant.opId,
    changed_at: context.now,
  }
  await records.replace(row)
  await putInEffect(db, row)
  return { outcome: 'applied', change: changeOf(row) }
}

/** Names the first part that does not exist (any more), or that may not be given like this. */
async function grantProblem(
  { db, actor }: OperationContext,
  { addGroups, addRights }: Grant,
): Promise<OperationProblem | null> {
  if (!mayDo(actor.role, 'grant')) return { code: 'forbidden' }
  if (addGroups.length + addRights.length === 0) return { code: 'schema', field: 'addGroups' }
  const directory = await readDirectory(db, actor.accountId)
  const known = (list: readonly { readonly id: string }[], id: string) =>
    list.some((each) => each.id === id)

  const group = addGroups.find((id) => !known(directory.groups, id))
  if (group !== undefined) return { code: 'group.gone', group }
  for (const [index, { target, scheduleId }] of addRights.entries()) {
    const many = directory.resourceGroups.find(({ id }) => id === target.id)
    const exists = target.kind === 'resource' ? known(directory.resources, target.id) : many
    if (!exists) return { code: 'resource.gone', id: target.id }
    if (scheduleId === null) continue
    if (!known(directory.schedules, scheduleId)) return { code: 'schedule.gone', id: scheduleId }
    const unsupported = target.kind === 'resource-group' && many?.schedules === false
    if (unsupported) return { code: 'schema', field: `addRights.${index}.scheduleId` }
  }
  return null
}
