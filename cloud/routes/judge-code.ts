import { type Named, auditLogin } from '../audit/audit.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { checkCode } from '../store/second-factor.ts'
import type { Judgement } from '../store/sign-in-limits.ts'

type Code = 'second-factor.needed' | 'second-factor.wrong'

/** What a person has typed, or nothing; that a recovery code was used up is told in their accounts. */
export async function judgeCode<Without extends string>(
  db: CloudDatabase,
  given: {
    readonly personId: string
    readonly code: string | null
    readonly desk: Named
    /** Where there is no second factor. */
    readonly without: Judgement<Without>
  },
  now: Date,
): Promise<Judgement<Code | Without>> {
  const { personId, desk } = given
  switch (await checkCode(db, personId, given.code, now)) {
    case 'off':
      return given.without
    case 'needed':
      return { verdict: 'open', code: 'second-factor.needed' }
    case 'wrong':
      return { verdict: 'wrong', code: 'second-factor.wrong' }
    case 'right':
      return { verdict: 'right' }
    case 'recovered':
      return {
        verdict: 'right',
        lastly: (transaction) =>
          auditLogin(
            transaction,
            personId,
            { what: 'recovery-code-used', desk },
            now.toISOString(),
          ),
      }
  }
}
