import type { ChannelState, SyncStatus } from '../../core/sync-status.ts'
import type { Health } from './health.ts'
import type { SyncRequest } from './sync-engine.ts'

/**
 * What the chip may say. While something fails, an attempt under way does not look like success: the
 * channel stays `offline` or `trouble` until an answer proves otherwise.
 */
export function describe(input: {
  readonly counts: { readonly ready: number; readonly inflight: number; readonly parked: number }
  readonly health: Health
  readonly paused: boolean
  readonly underWay: SyncRequest['kind'] | null
}): SyncStatus {
  const { counts, health, paused, underWay } = input
  const channel = channelState(input)
  const failing = channel === 'offline' || channel === 'trouble' || channel === 'upgrade-needed'
  const waits = [health.waitMs('push'), health.waitMs('pull')].filter((ms) => ms !== null)
  const planned = failing && !paused && underWay === null && waits.length > 0
  return {
    channel,
    reason: paused ? null : health.reason(),
    waiting: counts.ready + counts.inflight,
    sending: counts.inflight,
    attention: counts.parked,
    lastSyncAt: health.lastSuccessAt(),
    since: channel === 'offline' || channel === 'trouble' ? health.since() : null,
    retryInMs: planned ? Math.ceil(Math.min(...waits)) : null,
    clockOffMinutes: null,
  }
}

function channelState({
  health,
  paused,
  underWay,
}: Pick<Parameters<typeof describe>[0], 'health' | 'paused' | 'underWay'>): ChannelState {
  if (paused) return 'paused'
  const standing = health.gate() ?? health.failing()
  if (standing !== null) return standing
  if (underWay === null) return 'idle'
  return underWay === 'batch' ? 'sending' : 'receiving'
}
