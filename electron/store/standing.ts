import { type PersonFields, type PersonKind, fullName } from '../../core/person.ts'
import type { Role } from '../../core/role.ts'
import type { Database } from './database.ts'
import type { PeopleStore } from './desk-store.ts'

/** What decides whether a step may be offered for a record. */
export type Standing = {
  readonly recordId: string
  readonly kind: PersonKind
  readonly role: Role
  readonly email: string | null
  /** "First Last", or the email when there is no name. */
  readonly name: string
  readonly registered: boolean
  /** Deleted, here or by others. */
  readonly deleted: boolean
  /** An operation on it waits for a decision. */
  readonly parked: boolean
  /** The cloud has told about it. */
  readonly inCloud: boolean
}

type Row = Pick<PersonFields, 'firstName' | 'lastName' | 'email'> &
  Pick<Standing, 'recordId' | 'kind' | 'role'> & {
    readonly registered: 0 | 1
    readonly deleted: 0 | 1
    readonly parked: 0 | 1
    readonly inCloud: 0 | 1
  }

export const standingSql = `SELECT record.id AS recordId, kind, role, email, first_name AS firstName,
    last_name AS lastName, registered, deleted, base_version > 0 AS inCloud,
    EXISTS (SELECT 1 FROM outbox WHERE record_id = record.id AND state = 3) AS parked
  FROM json_each(?) AS asked CROSS JOIN record ON record.id = asked.value ORDER BY asked.key`

/** For up to 1,000 records in one question. */
export function createStanding(db: Database): PeopleStore['standing'] {
  const select = db.prepare<[string], Row>(standingSql)
  return (recordIds) => db.read(() => select.all(JSON.stringify(recordIds))).map(standingOf)
}

function standingOf({ firstName, lastName, ...row }: Row): Standing {
  return {
    ...row,
    name: fullName({ firstName, lastName }) || (row.email ?? ''),
    registered: row.registered === 1,
    deleted: row.deleted === 1,
    parked: row.parked === 1,
    inCloud: row.inCloud === 1,
  }
}
