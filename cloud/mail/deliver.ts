import { type WaitingMail, claimMail, finishMail, postponeMail } from '../store/mail-queue.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { inTransaction } from '../store/row-locks.ts'
import { prepareInvitation } from './deliver-invitation.ts'
import { preparePasswordChanged, preparePasswordLink } from './deliver-password.ts'
import type { Delivery } from './mailer.ts'
import type { DeliverDeps, Prepare } from './prepared.ts'

const kinds: Readonly<Record<WaitingMail['kind'], Prepare>> = {
  invitation: prepareInvitation,
  'password-link': preparePasswordLink,
  'password-changed': preparePasswordChanged,
}

/**
 * Sends the mail that is due longest; false when none is. A link is made for this attempt, so that a
 * waiting mail holds no secret. At least once: when the cloud dies between the server's yes and its own
 * note of it, the mail goes out again under the same Message-ID.
 */
export async function deliverNext(deps: DeliverDeps): Promise<boolean> {
  const { db, mailer, now } = deps
  const mail = await inTransaction(db, (transaction) => claimMail(transaction, now()))
  if (mail === null) return false
  const prepare = kinds[mail.kind]
  const prepared = await inTransaction(db, (transaction) => prepare(deps, transaction, mail))
  if (prepared === null) return true
  const delivery = await mailer.send(prepared.message)
  await inTransaction(db, (transaction) =>
    prepared.settle(transaction, delivery, () => endAttempt(deps, transaction, mail, delivery)),
  )
  return true
}

async function endAttempt(
  { now, random, onFailure }: DeliverDeps,
  db: CloudDatabase,
  mail: WaitingMail,
  delivery: Delivery,
): Promise<boolean> {
  if (delivery.outcome !== 'failed') return finishMail(db, mail)
  const sign = /^\d{3}\b|\bE[A-Z]{3,}\b/.exec(delivery.reason)?.[0] ?? 'unknown'
  onFailure({ attempt: mail.attempts, sign })
  const dueAt = new Date(now().getTime() + retryInMs(mail.attempts, random)).toISOString()
  await postponeMail(db, mail, { dueAt, error: delivery.reason })
  return false
}

const firstRetryMs = 30_000
const longestRetryMs = 60 * 60_000

/** Full jitter over a span that doubles, never less than half of it. */
export function retryInMs(attempts: number, random: () => number): number {
  const span = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(attempts - 1, 20))
  return Math.round(span / 2 + (span / 2) * random())
}
