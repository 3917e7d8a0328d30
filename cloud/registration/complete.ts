import { randomUUID } from 'node:crypto'
import { role as roleShape } from '../../core/role.ts'
import { audit } from '../audit/audit.ts'
import { putInEffect } from '../store/effects.ts'
import { withdraw } from '../store/invitations.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { changeMembership, insertMembership, insertPerson } from '../store/people.ts'
import { type RecordRow, displayName, tell } from '../store/records.ts'
import { inTransaction } from '../store/row-locks.ts'
import { type FoundInvitation, type OpenInvitation, findInvitation } from './find-invitation.ts'

/** What a person without a login sets. Who has one joins with it, and sets nothing. */
export type NewLogin = {
  readonly firstName: string
  readonly lastName: string
  readonly passwordHash: string
}

/**
 * Makes an invitation a registered user, in one transaction: login, membership, the record's new version
 * in the feed, and from then on groups and rights. Answers with what the link stood for: anything but
 * `open` means that nothing was changed.
 */
export async function completeRegistration(
  database: CloudDatabase,
  token: string,
  given: NewLogin | null,
  now: string,
): Promise<FoundInvitation> {
  return inTransaction(database, async (db) => {
    const found = await findInvitation(db, token, now, { hold: true })
    if (found.state !== 'open') return found
    // The page was another one when it was shown: the person looks at it once more.
    if ((found.login === null) !== (given !== null)) return found
    const { row } = found
    const personId = found.login?.id ?? randomUUID()
    if (given) await insertLogin(db, personId, row, given, now)
    await becomeMember(db, personId, found)

    const names = given ? { first_name: given.firstName, last_name: given.lastName } : {}
    const version = row.version + 1
    await withdraw(db, row, now)
    const user = await tell(db, row, { ...names, ...registeredAs(personId, version, now) }, now)
    await putInEffect(db, user)
    const name = displayName(user)
    const whom = { who: { id: personId, name }, about: { id: user.id, name } }
    await audit(db, row.account_id, [{ ...whom, what: 'registered' }], now)
    return { ...found, row: user }
  })
}

async function insertLogin(
  db: CloudDatabase,
  id: string,
  row: RecordRow,
  given: NewLogin,
  now: string,
) {
  const email = row.email ?? ''
  const name = [given.firstName, given.lastName].filter((part) => part !== '').join(' ')
  await insertPerson(db, { id, email, name, passwordHash: given.passwordHash }, now)
}

async function becomeMember(db: CloudDatabase, personId: string, { row, login }: OpenInvitation) {
  const membership = { personId, accountId: row.account_id }
  const role = roleShape.parse(row.role)
  const here = login?.memberships.some(({ accountId }) => accountId === row.account_id)
  const given = { role, regionId: row.region_id }
  if (here) await changeMembership(db, membership, given)
  else await insertMembership(db, { ...membership, ...given })
}

function registeredAs(personId: string, version: number, now: string) {
  return {
    kind: 'user',
    person_id: personId,
    registered_version: version,
    registered_at: now,
    wished_version: version,
    wished_by: personId,
    wished_at: now,
    invite_sent_at: null,
    invite_expires_at: null,
    mail_state: null,
    mail_reason: null,
    mail_opened_at: null,
  }
}
