import { z } from 'zod'
import { auditEntry } from '../../core/audit/audit-entry.ts'
import { logLine } from '../../core/desk-log/desk-log.ts'
import { recordState } from '../../core/record.ts'

const account = z.strictObject({ id: z.string(), name: z.string() })
const moment = z.iso.datetime()

/** All that is kept about one person; docs/person-export.md explains it to those who read it. */
export const personExport = z.strictObject({
  exportedAt: moment,
  /** Who signs in; null: nobody by this name does. */
  login: z
    .strictObject({
      id: z.string(),
      email: z.string(),
      name: z.string(),
      active: z.boolean(),
      createdAt: moment,
      memberships: z.array(
        z.strictObject({
          account,
          role: z.string(),
          region: z.string().nullable(),
          /** Where they were before; those that there are still. */
          formerRegions: z.array(z.string()),
        }),
      ),
      /** null: there is none. */
      secondFactor: z.strictObject({ since: moment.nullable(), recoveryCodes: z.int() }).nullable(),
      /** Computers and addresses at which they have signed in, of which hashes are kept. */
      knownPlaces: z.int(),
      /** Computers at which they are, or were, signed in. */
      desks: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          signedInAt: moment,
          ended: z.string().nullable(),
        }),
      ),
      /** What providers of sign-ins call them. */
      identities: z.array(
        z.strictObject({ issuer: z.string(), subject: z.string(), linkedAt: moment }),
      ),
    })
    .nullable(),
  records: z.array(
    z.strictObject({
      account,
      id: z.string(),
      version: z.int(),
      changedAt: moment,
      /** null: deleted; nothing about the person is left in it. */
      state: recordState.nullable(),
      /** Mails that wait to be sent to them. */
      mails: z.array(z.strictObject({ to: z.string(), queuedAt: moment, attempts: z.int() })),
      /** What was asked of this record, and what became of it. */
      operations: z.array(
        z.strictObject({
          opId: z.string(),
          at: moment,
          outcome: z.string(),
          refusal: z.string().nullable(),
          version: z.int().nullable(),
        }),
      ),
    }),
  ),
  /** Of both logs: what was done to them, and what they did. */
  deskLog: z.array(z.strictObject({ account, line: logLine })),
  audit: z.array(z.strictObject({ account, entry: auditEntry })),
})
export type PersonExport = z.infer<typeof personExport>
