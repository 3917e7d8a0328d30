import type { PersonFields } from '../../core/person.ts'
import { kindOf } from '../../core/person.ts'
import type { Change, RecordState } from '../../core/record.ts'

/** UUIDv7 in rising order. */
export function id(n: number): string {
  return `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`
}

export const at = '2026-11-23T08:00:00.000Z'

export function person(given: Partial<PersonFields> = {}): PersonFields {
  return {
    email: 'aino.salo@example.com',
    role: 'user',
    firstName: 'Aino',
    lastName: 'Salo',
    organization: '',
    additionalInformation: '',
    cardId: null,
    surfaceId: '',
    regionId: null,
    ...given,
  }
}

export function stateOf(fields: PersonFields, given: Partial<RecordState> = {}): RecordState {
  const kind = kindOf(fields)
  return {
    ...fields,
    kind,
    inviteSentAt: kind === 'invitation' ? '2026-11-23T09:00:00.000Z' : null,
    mail: null,
    registeredAt: null,
    groups: [],
    rights: [],
    otherCards: [],
    createdAt: at,
    createdBy: id(999),
    ...given,
  }
}

export function changed(
  recordId: string,
  version: number,
  fields: PersonFields,
  given: Partial<RecordState> = {},
): Change {
  return { id: recordId, version, deleted: false, state: stateOf(fields, given), opId: null }
}

export function tombstone(recordId: string, version: number): Change {
  return { id: recordId, version, deleted: true, state: null, opId: null }
}
