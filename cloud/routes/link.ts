import { audit } from '../audit/audit.ts'
import { fail, ok } from '../../contracts/result.ts'
import { mayChange } from '../operations/rules.ts'
import { isHidden } from '../operations/seen-book.ts'
import { invitationExpiry, newRegistrationToken } from '../store/invitations.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { inTransaction } from '../store/row-locks.ts'
import { displayName, findRecord } from '../store/records.ts'
import type { Handlers } from './handlers.ts'
import { actorIn, byActor } from './in-account.ts'

export type LinkDeps = {
  readonly now: () => Date
  /** Where people reach the registration page with this token. */
  readonly registrationUrl: (token: string) => string
}

/** A further link for an invitation; earlier ones stay good, and all of them expire with it. */
export function linkHandler(db: CloudDatabase, deps: LinkDeps): Handlers['link'] {
  return async ({ session, params: { accountId, recordId } }) => {
    const actor = await actorIn(db, session, accountId, 'link')
    if (!actor.ok) return actor
    return inTransaction(db, async (transaction) => {
      const now = deps.now().toISOString()
      const row = await findRecord(transaction, accountId, recordId, { hold: true })
      if (!row || row.deleted === 1 || isHidden(actor.value, row)) return fail('not-found')
      if (!mayChange(actor.value, row)) return fail('forbidden')
      if (row.registered_version !== null) return fail('registered')
      if (row.kind !== 'invitation') return fail('not-found')

      // An invitation from before mails were sent gets its time with the first link.
      const expiresAt =
        row.invite_expires_at ?? (await invitationExpiry(transaction, accountId, now))
      if (expiresAt <= now) return fail('invitation.expired')
      if (row.invite_expires_at === null) {
        await transaction
          .updateTable('record')
          .set({ invite_expires_at: expiresAt })
          .where('account_id', '=', accountId)
          .where('id', '=', recordId)
          .execute()
      }
      const token = await newRegistrationToken(transaction, row, now)
      const about = { id: recordId, name: displayName(row) }
      await audit(
        transaction,
        accountId,
        [{ ...byActor(actor.value), what: 'link-copied', about }],
        now,
      )
      return ok({ url: deps.registrationUrl(token), expiresAt })
    })
  }
}
