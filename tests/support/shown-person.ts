import { type PersonRow, personRow } from '../../core/pending-page.ts'
import { nobody } from '../../core/person.ts'

/** A user as the tables show them, saved and sent. */
export function shownPerson(given: Partial<PersonRow> = {}): PersonRow {
  return personRow.parse({
    ...nobody,
    id: '019ab000-0000-7000-8000-000000000001',
    firstName: 'Aino',
    otherCards: [],
    kind: 'user',
    groups: [],
    rights: [],
    mail: null,
    inviteSentAt: null,
    createdAt: '2026-11-23T08:00:00Z',
    delivery: 'sent',
    ...given,
  })
}
