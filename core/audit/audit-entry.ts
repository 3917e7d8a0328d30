import { z } from 'zod'
import { maskedCard } from '../desk-log/masked-card.ts'
import { auditWhat } from './audit-what.ts'

/** Somebody or something as it was called then; `name` null: erased. */
const named = z.object({ id: z.string(), name: z.string().nullable() })

/** One entry of an account's audit. */
export const auditEntry = z.object({
  /** Its place in the chain, from 1. */
  seq: z.int().min(1),
  /** By the cloud's clock. UTC. */
  at: z.iso.datetime(),
  what: auditWhat.catch('other'),
  /** null: the operator of the cloud. */
  who: named.nullable(),
  /** null: not at a desk. */
  desk: named.nullable(),
  /** The record, person or directory entry that it was done to. */
  about: named.nullable(),
  /** Names of what was changed; of an operator's command, also what was done; of `desk-revoked`, the desk's id. */
  fields: z.array(z.string()),
  card: maskedCard.nullable(),
  /** SHA-256 over the hash before it and its facts. */
  hash: z.string(),
})
export type AuditEntry = z.infer<typeof auditEntry>

/** A database of texts takes no NUL. */
const id = z
  .string()
  .max(100)
  .regex(/^[^\0]*$/)

/** Everything that is not null must hold. */
export const auditFilter = z.strictObject({
  /** From this moment on. */
  from: z.iso.datetime().nullable(),
  /** Before this moment. */
  until: z.iso.datetime().nullable(),
  what: auditWhat.nullable(),
  /** Id of the person who did it. */
  who: id.nullable(),
  /** Id of the record or person that it was done to. */
  about: id.nullable(),
  /** Id of the computer. */
  desk: id.nullable(),
})
export type AuditFilter = z.infer<typeof auditFilter>

/** Newest first. */
export const auditPage = z.object({
  entries: z.array(auditEntry),
  /** Where older ones go on; null: there are none. */
  next: z.string().nullable(),
  /** Who signs in to this account at a desk, and at which: for choosing a filter. */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  desks: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type AuditPage = z.infer<typeof auditPage>
