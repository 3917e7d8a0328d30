import { z } from 'zod'
import { bulkLimit } from './bulk.ts'
import type { ParkedProblem } from './operation.ts'
import type { ParkedRow } from './pending-page.ts'
import { type PersonFields, noCard } from './person.ts'
import { role } from './role.ts'

/**
 * What a person decides about operations that wait for them, one or many at a time.
 *
 * - `again`: as it was wanted, on top of what the cloud has now; of groups and rights without what has vanished
 * - `theirs`: what others have set stays, the rest goes on
 * - `group`: another group in place of the one that has vanished
 */
export const remedy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('again') }),
  z.strictObject({ kind: z.literal('theirs') }),
  z.strictObject({ kind: z.literal('role'), role }),
  z.strictObject({ kind: z.literal('without-email') }),
  z.strictObject({ kind: z.literal('without-card') }),
  z.strictObject({ kind: z.literal('group'), group: z.uuid() }),
  z.strictObject({ kind: z.literal('discard') }),
])
export type Remedy = z.infer<typeof remedy>

/** Each new op id is minted in the window: pressing twice is once. */
export const parkedDecision = z.strictObject({
  items: z
    .array(z.strictObject({ opId: z.uuid(), newOpId: z.uuid() }))
    .min(1)
    .max(bulkLimit),
  remedy,
})

/** How many were decided, and how many of those asked about still wait, each with a reason of its own. */
export const decided = z.strictObject({ decided: z.int().min(0), left: z.int().min(0) })

/** The fields that are to be sent; null: the operation is given up. */
export function fieldsAfter(
  { fields, problem }: Pick<ParkedRow, 'fields' | 'problem'>,
  chosen: Remedy,
): PersonFields | null {
  switch (chosen.kind) {
    case 'again':
    case 'group':
      return fields
    case 'theirs':
      return { ...fields, ...theirs(problem) }
    case 'role':
      return { ...fields, role: chosen.role }
    case 'without-email':
      return { ...fields, email: null }
    case 'without-card':
      return { ...fields, ...noCard }
    case 'discard':
      return null
  }
}

/** What others have set the fields in conflict to. */
export function theirs(problem: ParkedProblem): Partial<PersonFields> {
  if (problem.code !== 'conflict.field' || problem.current.state === null) return {}
  const { state, fields } = { state: problem.current.state, fields: problem.fields }
  return Object.fromEntries(Object.entries(state).filter(([field]) => fields.includes(field)))
}

/** Entries of the same cause are helped by the same decision. */
export function causeOf(problem: ParkedProblem): string {
  if ('group' in problem) return `${problem.code} ${problem.group}`
  if ('id' in problem) return `${problem.code} ${problem.id}`
  if ('allowed' in problem) return `${problem.code} ${problem.allowed.join(' ')}`
  if ('reason' in problem) return `${problem.code} ${problem.reason}`
  return 'field' in problem ? `${problem.code} ${problem.field}` : problem.code
}
