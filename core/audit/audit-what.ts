import { z } from 'zod'

/**
 * What an entry of the audit is about.
 *
 * - `card-given-up`: the other side of `card-moved`, about the person who had it before
 * - `sign-in-failed`: a wrong password for a person who is known
 * - `sign-in-copied`: one of its tokens came from two places, and it ended
 * - `identity-linked`, `identity-unlinked`: a person's sign-in with a provider of the cloud's choice
 * - `account-…`, `member-…`, `directory-changed`: by the operator of the cloud
 * - `exported`, `erased`: all that is kept about a person
 * - `other`: a later version knows what
 */
export const auditWhat = z.enum([
  'created',
  'changed',
  'deleted',
  'resent',
  'granted',
  'link-copied',
  'registered',
  'card-moved',
  'card-given-up',
  'card-blocked',
  'card-found',
  'card-replaced',
  'card-lent',
  'card-returned',
  'card-profile-set',
  'signed-in',
  'sign-in-failed',
  'sign-in-copied',
  'signed-out',
  'desk-revoked',
  'password-asked',
  'password-changed',
  'password-reset',
  'second-factor-on',
  'second-factor-off',
  'identity-linked',
  'identity-unlinked',
  'recovery-codes-renewed',
  'recovery-code-used',
  'exported',
  'erased',
  'account-added',
  'account-set',
  'member-added',
  'member-set',
  'member-removed',
  'directory-changed',
  'other',
])
export type AuditWhat = z.infer<typeof auditWhat>
