import type { RecordRow } from './records.ts'

/** What is left of a record that is deleted: the fact, without what was known about the person. */
export function tombstoneOf(before: RecordRow): RecordRow {
  return {
    ...before,
    deleted: 1,
    email: null,
    email_key: null,
    first_name: '',
    last_name: '',
    organization: '',
    additional_information: '',
    card_id: null,
    surface_id: '',
    other_cards: '[]',
    groups: '[]',
    rights: '[]',
    mail_reason: null,
    person_id: null,
  }
}
