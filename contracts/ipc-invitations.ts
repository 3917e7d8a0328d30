import { z } from 'zod'
import { bulkItems, bulkLimit, bulkOutcome } from '../core/bulk.ts'
import { email } from '../core/person.ts'
import { grantLimits, right } from '../core/rights.ts'
import { storeRefusal } from '../core/session.ts'
import { askingCloud } from './asking-cloud.ts'
import { call } from './door.ts'

const reading = ['signed-out', ...storeRefusal.options] as const
const writing = ['signed-out', 'invalid', ...storeRefusal.options] as const

/** What is done with pending invitations, one or many at once. */
export const invitations = {
  /** All that match, for a selection across pages; the first 1,000. */
  ids: call(z.strictObject({ search: z.string().max(200) }), z.array(z.uuid()), reading),
  /** Mails again and renews the expiry; a corrected email only with one item. */
  resend: call(z.strictObject({ items: bulkItems, email: email.nullable() }), bulkOutcome, writing),
  grant: call(
    z.strictObject({
      items: bulkItems,
      addGroups: z.array(z.uuid()).max(grantLimits.atOnce),
      addRights: z.array(right).max(grantLimits.atOnce),
    }),
    bulkOutcome,
    writing,
  ),
  /** Recorded at once and sent after 10 s, so that it can be taken back until then. */
  remove: call(z.strictObject({ items: bulkItems }), bulkOutcome, writing),
  undoRemove: call(
    z.strictObject({ opIds: z.array(z.uuid()).min(1).max(bulkLimit) }),
    z.strictObject({ undone: z.int().min(0) }),
    writing,
  ),
  /** Only with a cloud in reach; the link is shown once and kept nowhere. */
  copyLink: call(
    z.strictObject({ recordId: z.uuid() }),
    z.strictObject({ url: z.url(), expiresAt: z.iso.datetime() }),
    [
      ...askingCloud,
      'registered',
      'gone',
      'not-sent',
      'expired', // send it again first
    ],
  ),
}
