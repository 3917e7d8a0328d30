import { z } from 'zod'

const uuid = z.uuid()
const moment = z.iso.datetime()

/**
 * Access to a resource or a resource group, from a moment (inclusive) until another (exclusive), within a
 * weekly schedule. null: without that limit. Its id is chosen by the desk.
 */
export const right = z
  .strictObject({
    id: uuid,
    target: z.strictObject({ kind: z.enum(['resource', 'resource-group']), id: uuid }),
    from: moment.nullable(),
    until: moment.nullable(),
    scheduleId: uuid.nullable(),
  })
  .refine(({ from, until }) => !from || !until || Date.parse(from) < Date.parse(until), {
    path: ['until'],
  })
export type Right = z.infer<typeof right>

/** Groups and rights that one operation may add, and that one record may hold. */
export const grantLimits = { atOnce: 100, perRecord: 500 } as const

/** The groups and rights of a record with more of them: equal ids are one, the later right counts. */
export function granted(
  has: { readonly groups: readonly string[]; readonly rights: readonly Right[] },
  more: { readonly addGroups: readonly string[]; readonly addRights: readonly Right[] },
): { groups: string[]; rights: Right[] } {
  const rights = new Map([...has.rights, ...more.addRights].map((each) => [each.id, each]))
  return {
    groups: [...new Set([...has.groups, ...more.addGroups])],
    rights: [...rights.values()],
  }
}
