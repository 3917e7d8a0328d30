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

export const syncStatus = z.strictObject({
  channel: channelState,
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
})
export type SyncStatus = z.infer<typeof syncStatus>
