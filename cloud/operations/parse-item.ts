import { batchLimits } from '../../contracts/cloud-api.ts'
import { type Operation, operation } from '../../core/operation.ts'
import { type Result, fail, ok } from '../../contracts/result.ts'

/** Reads one item of a batch; `field` of the failure is the path of the first field at fault. */
export function parseItem(item: unknown, bytes: number): Result<Operation, 'schema'> {
  if (bytes > batchLimits.itemBytes) return fail('schema', { field: 'item' })
  const parsed = operation.safeParse(item)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  const path = [...(issue?.path ?? [])]
  if (issue?.code === 'unrecognized_keys') path.push(issue.keys[0] ?? '')
  return fail('schema', { field: path.join('.') || 'item' })
}
