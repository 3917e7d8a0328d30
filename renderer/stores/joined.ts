import type { PersonRow } from '../../core/pending-page.ts'

/**
 * Who was sent with an email and came back as a user instead of an invitation: somebody with a login
 * already, who became a member at once. An invitation that was registered later was seen as one before.
 */
export function joinedAfter(
  joined: ReadonlySet<string>,
  before: readonly PersonRow[],
  now: readonly PersonRow[],
): ReadonlySet<string> {
  const wereOnTheirWay = new Set(
    before.filter(({ delivery }) => delivery !== 'sent').map(({ id }) => id),
  )
  const more = now.filter(
    ({ id, kind, email, delivery }) =>
      kind === 'user' && email !== null && delivery === 'sent' && wereOnTheirWay.has(id),
  )
  return more.length === 0 ? joined : new Set([...joined, ...more.map(({ id }) => id)])
}
