import type { AuditWhat } from '../../core/audit/audit-what.ts'
import type { MaskedCard } from '../../core/desk-log/masked-card.ts'
import { appendAudit } from '../store/audit.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import type { UnchainedRow } from './chain.ts'
import { type Seal, sealActor, sealAll } from './seal.ts'

export type Named = { readonly id: string; readonly name: string }

/** `name` null: of somebody whose name is to be nowhere. */
type Subject = { readonly id: string; readonly name: string | null }

/** What was done, apart from when and in which account. Names are sealed; fields and ids are kept as they are. */
export type AuditEntry = {
  readonly what: AuditWhat
  /** null: the operator of the cloud. */
  readonly who: Named | null
  /** null: not at a desk. */
  readonly desk?: Named | null
  /** The record or person that it was done to. */
  readonly about?: Subject | null
  /** Names of the fields that were changed, or of what was set. */
  readonly fields?: readonly string[]
  readonly card?: MaskedCard | null
}

/**
 * Adds entries at the end of the account's chain. To be called last in the transaction of what they tell:
 * whoever holds the chain's head commits before the next entry is chained to it.
 */
export async function audit(
  db: CloudDatabase,
  accountId: string,
  entries: readonly AuditEntry[],
  now: string,
) {
  await appendAudit(db, accountId, auditRows(accountId, entries, now))
}

/**
 * What concerns a login (signing in, its password) and so no account alone is told in each of its person's.
 * In the order of their ids, so that no two transactions wait for each other.
 */
export async function auditEverywhere(
  db: CloudDatabase,
  personId: string,
  entry: AuditEntry,
  now: string,
) {
  const memberships = await db
    .selectFrom('membership')
    .select('account_id')
    .where('person_id', '=', personId)
    .orderBy('account_id')
    .execute()
  for (const { account_id } of memberships) await audit(db, account_id, [entry], now)
}

/** What a person did with their own login, at a desk or (null) elsewhere. */
export async function auditLogin(
  db: CloudDatabase,
  personId: string,
  { what, desk }: { readonly what: AuditWhat; readonly desk: Named | null },
  now: string,
) {
  const person = await db
    .selectFrom('person')
    .select(['name', 'email'])
    .where('id', '=', personId)
    .executeTakeFirst()
  const who = { id: personId, name: person?.name || (person?.email ?? '') }
  await auditEverywhere(db, personId, { what, who, desk }, now)
}

export function auditRows(
  accountId: string,
  entries: readonly AuditEntry[],
  now: string,
): UnchainedRow[] {
  // One person does the whole batch at one desk: sealed once.
  const seals = new Map<string, Seal>()
  const sealOf = (person: string, deskName: string) => {
    const key = JSON.stringify([person, deskName])
    const known = seals.get(key) ?? sealActor({ person, desk: deskName })
    seals.set(key, known)
    return known
  }
  const whoms = sealAll(entries.map(({ about }) => about?.name ?? ''))
  return entries.map(({ what, who, desk = null, about = null, fields = [], card = null }, nth) => {
    const actor = who === null ? null : sealOf(who.name, desk?.name ?? '')
    const whom = typeof about?.name === 'string' ? whoms[nth] : undefined
    return {
      account_id: accountId,
      at: now,
      what,
      who_id: who?.id ?? null,
      who_digest: actor?.digest ?? null,
      who: actor?.sealed ?? null,
      desk_id: desk?.id ?? null,
      about_id: about?.id ?? null,
      about_digest: whom?.digest ?? null,
      about: whom?.sealed ?? null,
      fields: fields.join(' '),
      card,
    }
  })
}
