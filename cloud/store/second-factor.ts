import { type SecondFactorState, inGroups, readCode } from '../../core/second-factor.ts'
import { newRecoveryCodes } from '../second-factor/recovery-codes.ts'
import { newSecret, stepOf } from '../second-factor/totp.ts'
import { sha256 } from '../tokens.ts'
import type { CloudDatabase } from './open-database.ts'
import { hasRowLocks } from './row-locks.ts'

/** For so long somebody may take to set up their app. */
const setUpMinutes = 15

export async function readSecondFactor(
  db: CloudDatabase,
  personId: string,
): Promise<SecondFactorState> {
  const since = (await factorOf(db, personId))?.on_since ?? null
  if (since === null) return { on: false, since, recoveryCodes: 0 }
  const { left } = await db
    .selectFrom('recovery_code')
    .select((row) => row.fn.countAll().as('left'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return { on: true, since, recoveryCodes: Number(left) }
}

/** A secret that counts once it is confirmed, in place of one that was not. null: there is one that counts. */
export async function offerSecret(
  db: CloudDatabase,
  personId: string,
  now: Date,
): Promise<string | null> {
  const offered = { secret: newSecret(), made_at: now.toISOString(), last_step: 0 }
  const done = await db
    .insertInto('second_factor')
    .values({ person_id: personId, on_since: null, ...offered })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet(offered).where('second_factor.on_since', 'is', null),
    )
    .returning('secret')
    .executeTakeFirst()
  return done?.secret ?? null
}

/** Whether these digits are of the secret that was offered, which counts from here on. */
export async function confirmSecret(
  db: CloudDatabase,
  personId: string,
  typed: string,
  now: Date,
): Promise<'on' | 'wrong' | 'stale'> {
  const factor = await factorOf(db, personId, 'to change')
  const since = new Date(now.getTime() - setUpMinutes * 60_000).toISOString()
  if (!factor || factor.on_since !== null || factor.made_at < since) return 'stale'
  const code = readCode(typed)
  const step = code?.kind === 'app' ? stepOf(factor.secret, code.digits, now) : null
  if (step === null) return 'wrong'
  await db
    .updateTable('second_factor')
    .set({ on_since: now.toISOString(), last_step: step })
    .where('person_id', '=', personId)
    .execute()
  return 'on'
}

/** New codes in place of those that are left, in groups of letters: they are nowhere else. */
export async function replaceRecoveryCodes(db: CloudDatabase, personId: string): Promise<string[]> {
  const codes = newRecoveryCodes()
  await db.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
  const rows = codes.map((code) => ({ person_id: personId, hash: sha256(code) }))
  await db.insertInto('recovery_code').values(rows).execute()
  return codes.map((code) => inGroups(code))
}

/** False: there was none that counts. */
export async function removeSecondFactor(db: CloudDatabase, personId: string): Promise<boolean> {
  await db.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
  const removed = await db
    .deleteFrom('second_factor')
    .where('person_id', '=', personId)
    .returning('on_since')
    .executeTakeFirst()
  return removed !== undefined && removed.on_since !== null
}

export type CodeCheck = 'off' | 'needed' | 'wrong' | 'right' | 'recovered'

/**
 * What `typed` is to a person's second factor; null: nothing was given. To be called in the transaction of
 * what it allows: a code that was taken once, or is older than that one, is wrong from then on.
 */
export async function checkCode(
  db: CloudDatabase,
  personId: string,
  typed: string | null,
  now: Date,
): Promise<CodeCheck> {
  const factor = await factorOf(db, personId, 'to change')
  if (!factor || factor.on_since === null) return 'off'
  if (typed === null) return 'needed'
  const code = readCode(typed)
  if (code === null) return 'wrong'
  if (code.kind === 'recovery') {
    const used = await db
      .deleteFrom('recovery_code')
      .where('person_id', '=', personId)
      .where('hash', '=', sha256(code.letters))
      .returning('hash')
      .executeTakeFirst()
    return used ? 'recovered' : 'wrong'
  }
  const step = stepOf(factor.secret, code.digits, now)
  if (step === null || step <= factor.last_step) return 'wrong'
  await db
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('person_id', '=', personId)
    .execute()
  return 'right'
}

async function factorOf(db: CloudDatabase, personId: string, why?: 'to change') {
  const row = db.selectFrom('second_factor').selectAll().where('person_id', '=', personId)
  return (why !== undefined && hasRowLocks(db) ? row.forUpdate() : row).executeTakeFirst()
}
