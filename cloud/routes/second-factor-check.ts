import { auditLogin } from '../audit/audit.ts'
import type { Named } from '../audit/audit.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { inTransaction } from '../store/row-locks.ts'
import { type CodeCheck, checkCode } from '../store/second-factor.ts'

/** What a person has typed, or nothing; a recovery code is gone with it, which their accounts are told. */
export type SecondFactorCheck = (
  personId: string,
  typed: string | null,
  desk: Named,
) => Promise<CodeCheck>

export function createSecondFactorCheck(
  database: CloudDatabase,
  now: () => Date,
): SecondFactorCheck {
  return (personId, typed, desk) =>
    inTransaction(database, async (db) => {
      const checked = await checkCode(db, personId, typed, now())
      if (checked === 'recovered') {
        await auditLogin(db, personId, { what: 'recovery-code-used', desk }, now().toISOString())
      }
      return checked
    })
}
