import { z } from 'zod'

/**
 * The one truth about the way to the cloud, as the chip tells it.
 *
 * - `idle`: reached the cloud last time, nothing under way
 * - `sending` / `receiving`: a batch or a page is under way
 * - `offline`: the cloud cannot be reached; tried again by itself
 * - `trouble`: the cloud answers, but with errors (5xx, 429, a page that is no answer of a Tapdesk cloud)
 * - `sign-in-needed`: no valid token; the queue grows safely
 * - `upgrade-needed`: this desk and the cloud do not speak the same version
 * - `paused`: the person chose "Work offline"
 * - `stopped`: nobody is signed in
 */
export const channelState = z.enum([
  'idle',
  'sending',
  'receiving',
  'offline',
  'trouble',
  'sign-in-needed',
  'upgrade-needed',
  'paused',
  'stopped',
])
export type ChannelState = z.infer<typeof channelState>

/**
 * What stands in the way, where it is known and a person can do something about it.
 *
 * - `portal`: a page answers in place of the cloud (sign-in page of a network, wrong address)
 * - `proxy`: the proxy of this network refuses, wants a sign-in or is not there
 * - `certificate`: the certificate is not trusted here, as when the connection is intercepted
 * - `certificate-date`: the certificate is not valid on the date of this computer
 * - `busy`: the cloud asks for a pause, or is being restarted
 * - `no-access`: the cloud does not let this person work for this account (any more)
 * - `no-region`: the person is limited to a region, and nobody has given them one
 * - `desk-too-old` / `cloud-too-old`: which of the two has to be updated
 * - `token-expired`, `token-revoked`, `password-changed`, `token-reused`: why this desk's sign-in has ended
 */
export const syncReason = z.enum([
  'portal',
  'proxy',
  'certificate',
  'certificate-date',
  'busy',
  'no-access',
  'no-region',
  'desk-too-old',
  'cloud-too-old',
  'token-expired',
  'token-revoked',
  'token-reused',
  'password-changed',
])
export type SyncReason = z.infer<typeof syncReason>

export const syncStatus = z.strictObject({
  channel: channelState,
  /** null: all is well, or nothing more is known than `channel` says. */
  reason: syncReason.nullable(),
  /** Operations that the cloud has not confirmed yet (waiting or under way), and those under way. */
  waiting: z.int().min(0),
  sending: z.int().min(0),
  /** Operations parked for a person to decide. */
  attention: z.int().min(0),
  /** Wall clock, ISO 8601, for display only. */
  lastSyncAt: z.iso.datetime().nullable(),
  /** Since when `offline` or `trouble` lasts; for display only. */
  since: z.iso.datetime().nullable(),
  /** Milliseconds until the next attempt, at the moment of this status; null when none is planned. */
  retryInMs: z.int().min(0).nullable(),
  /** How far the clock of this computer is behind the cloud's (negative: ahead), where that matters. */
  clockOffMinutes: z.int().nullable(),
})
export type SyncStatus = z.infer<typeof syncStatus>

/** While nobody works here. */
export const stoppedSync: SyncStatus = {
  channel: 'stopped',
  reason: null,
  waiting: 0,
  sending: 0,
  attention: 0,
  lastSyncAt: null,
  since: null,
  retryInMs: null,
  clockOffMinutes: null,
}
