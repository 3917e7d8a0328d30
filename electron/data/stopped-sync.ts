import type { SyncStatus } from '../../core/sync-status.ts'

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
