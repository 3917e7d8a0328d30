import { z } from 'zod'
import { auditEntry, auditFilter, auditPage } from '../core/audit/audit-entry.ts'
import { storeRefusal } from '../core/session.ts'
import { call } from './door.ts'

/** Kept in the cloud alone: there is nothing to read without it. */
const reading = [
  'signed-out',
  'audit-not-allowed',
  'cloud-away',
  'sign-in-needed',
  'cloud-trouble',
  ...storeRefusal.options,
] as const

const olderThan = z.string().max(200).nullable()

/** Who did what in the account, newest first. */
export const audit = {
  /** `olderThan`: the `next` of the page before; null: from the newest on. */
  page: call(z.strictObject({ filter: auditFilter, olderThan }), auditPage, reading),
  /** All that match, up to the newest 50,000. */
  all: call(auditFilter, z.array(auditEntry), reading),
}
