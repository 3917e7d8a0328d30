import type { WaitingMail } from '../store/mail-queue.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import type { Delivery, Mail, Mailer } from './mailer.ts'
import type { ReturnAddress } from './return-address.ts'

export type DeliverDeps = {
  readonly db: CloudDatabase
  readonly mailer: Mailer
  readonly now: () => Date
  readonly registrationUrl: (token: string) => string
  readonly passwordUrl: (token: string) => string
  /** Where reports come back to; null: nowhere that is read. */
  readonly returnAddress: ReturnAddress | null
  /** Uniform in [0, 1). */
  readonly random: () => number
  /** For the operator: `sign` is a reply code or the name of an error, never what was said about whom. */
  readonly onFailure: (facts: { readonly attempt: number; readonly sign: string }) => void
}

/** A mail that can be sent now. */
export type Prepared = {
  readonly message: Mail
  /**
   * What became of the attempt, in one transaction. `endAttempt` ends the wait or lets it go on; false: this
   * mail was not over, or was withdrawn meanwhile.
   */
  readonly settle: (
    db: CloudDatabase,
    delivery: Delivery,
    endAttempt: () => Promise<boolean>,
  ) => Promise<void>
}

/** null: there is nothing to send any more, and the wait has ended. */
export type Prepare = (
  deps: DeliverDeps,
  db: CloudDatabase,
  mail: WaitingMail,
) => Promise<Prepared | null>

/** Whether somebody may have got it. */
export function mayHaveArrived(delivery: Delivery): boolean {
  return delivery.outcome === 'sent' || (delivery.outcome === 'failed' && delivery.uncertain)
}
