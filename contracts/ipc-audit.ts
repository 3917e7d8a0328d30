import { z } from 'zod'
import { auditEntry, auditFilter, auditPage } from '../core/audit/audit-entry.ts'
import { askingCloud } from './asking-cloud.ts'
import { call } from './door.ts'

/** Kept in the cloud alone: there is nothing to read without it. */
const reading = [...askingCloud, 'audit-not-allowed'] as const

const olderThan = z.string().max(200).nullable()

/** Who did what in the account, newest first. */
export const audit = {
  /** `olderThan`: the `next` of the page before; null: from the newest on. */
  page: call(z.strictObject({ filter: auditFilter, olderThan }), auditPage, reading),
  /** All that match, up to the newest 50,000. */
  all: call(auditFilter, z.array(auditEntry), reading),
}
