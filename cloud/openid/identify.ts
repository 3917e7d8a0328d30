import { type Result, fail, ok } from '../../contracts/result.ts'
import { auditEverywhere } from '../audit/audit.ts'
import { findIdentity, identityOf, linkIdentity } from '../store/identities.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { type Person, findPerson } from '../store/people.ts'
import { inTransaction } from '../store/row-locks.ts'
import type { Identity } from './provider.ts'

type Unknown = 'openid.unknown' | 'openid.unverified'

/**
 * Whom of ours the provider means. By what it calls them, for ever; the first time by their email, which it
 * has to have verified. An email that goes to somebody new at the provider does not take over its former owner.
 * `detail.personId`: who was nearly let in.
 */
export async function identify(
  database: CloudDatabase,
  identity: Identity,
  now: string,
): Promise<Result<Person, Unknown>> {
  return inTransaction(database, async (db) => {
    const linked = await findIdentity(db, identity)
    if (linked !== null) {
      const person = await findPerson(db, { id: linked })
      return person === null ? fail('openid.unknown') : ok(person)
    }
    if (identity.email === null) return fail('openid.unverified')
    const person = await findPerson(db, { email: identity.email })
    const near = { detail: person === null ? {} : { personId: person.id } }
    if (!identity.emailVerified) return fail('openid.unverified', near)
    if (person === null) return fail('openid.unknown')
    if ((await identityOf(db, person.id, identity.issuer)) !== null) {
      return fail('openid.unknown', near)
    }
    await linkIdentity(db, { ...identity, personId: person.id }, now)
    const who = { id: person.id, name: person.name || person.email }
    await auditEverywhere(db, person.id, { what: 'identity-linked', who, about: who }, now)
    return ok(person)
  })
}
