import type { OperationProblem } from '../../core/operation.ts'
import type { PersonFields } from '../../core/person.ts'
import { mayChooseRegion, needsRegion } from '../../core/role.ts'
import type { RecordRow } from '../store/records.ts'
import type { Actor, OperationContext } from './operation-context.ts'

/** Where nothing is said, whom somebody makes is of their own region. */
export function inOwnRegion(actor: Actor, fields: PersonFields): PersonFields {
  return fields.regionId === null ? { ...fields, regionId: actor.regionId } : fields
}

/** `before`: the record as it is, null for a new one. */
export async function regionProblem(
  context: OperationContext,
  { role, regionId }: PersonFields,
  before: RecordRow | null,
): Promise<OperationProblem | null> {
  const { actor } = context
  const was = before === null ? null : before.region_id
  if (!mayChooseRegion(actor.role)) {
    const given = before === null ? actor.regionId : was
    return regionId === given ? null : { code: 'region.forbidden' }
  }
  // What a record has had since before regions were asked for stays until somebody touches it.
  const untouched = before !== null && role === before.role && regionId === was
  if (untouched) return null
  if (regionId === null) return needsRegion(role) ? { code: 'region.required' } : null
  const known = regionId === was || regionId === actor.regionId || (await exists(context, regionId))
  return known ? null : { code: 'region.gone', id: regionId }
}

async function exists({ db, actor }: OperationContext, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('region')
    .select('id')
    .where('account_id', '=', actor.accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}
