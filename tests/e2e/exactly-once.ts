import { expect } from 'playwright/test'
import type { CloudEvidence } from '../support/cloud-evidence.ts'

/**
 * One living record with this first name, from one operation that was carried out once. The version
 * says nothing: the cloud raises it by itself when it has sent the mail of an invitation.
 */
export function expectOnce(evidence: CloudEvidence, firstName: string): void {
  const people = evidence.people(firstName)
  expect(people).toHaveLength(1)
  const operations = people.flatMap(({ id }) => evidence.operations(id))
  expect(operations).toEqual([{ opId: people[0]?.id, outcome: 'applied' }])
}
