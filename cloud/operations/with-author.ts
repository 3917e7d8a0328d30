import type { OperationProblem } from '../../core/operation.ts'
import type { OperationContext } from './operation-context.ts'

/** A refusal because of what somebody else did says who that was, and when. */
export async function withAuthor(
  { db, records }: OperationContext,
  recordId: string,
  problem: OperationProblem,
): Promise<OperationProblem> {
  if (problem.code !== 'stale' && problem.code !== 'gone') return problem
  const row = await records.find(recordId)
  if (row === null || row.wished_by === null || row.wished_at === null) return problem
  const author = await db
    .selectFrom('person')
    .select(['name', 'email'])
    .where('id', '=', row.wished_by)
    .executeTakeFirst()
  if (!author) return problem
  return { ...problem, changed: { by: author.name || author.email, at: row.wished_at } }
}
