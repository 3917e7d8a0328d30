import { type Backoff, createBackoff } from './backoff.ts'
import type { SyncReason } from '../../core/sync-status.ts'
import type { Effect } from './classify.ts'
import type { Nudge, SyncClock } from './sync-engine.ts'

export type Lane = 'push' | 'pull'

/** How the way to the cloud is: what fails, since when, and when what may be tried again. */
export type Health = {
  /** Milliseconds until this direction may be tried; null: not before something changes outside. */
  waitMs(lane: Lane): number | null
  /** After three failures one item is risked instead of a batch. */
  halfOpen(): boolean
  succeeded(lane: Lane): void
  laneFailed(lane: Lane): void
  /** What could not be sent has been sent since, or left the queue in another way. */
  nothingToSend(): void
  failed(lane: Lane, effect: Exclude<Effect, { kind: 'halve' | 'snapshot' }>): void
  nudge(why: Nudge): void
  gate(): 'sign-in-needed' | 'upgrade-needed' | null
  failing(): 'offline' | 'trouble' | null
  /** What is known of the standing or failing; null while all is well. */
  reason(): SyncReason | null
  /** Wall clock, for display. */
  since(): string | null
  lastSuccessAt(): string | null
}

const halfOpenAfter = 3
const hurryMs = 5_000
/** Either side may be updated while the desk runs, so it looks again, but rarely. */
const upgradeCheckMs = 300_000

export function createHealth(clock: SyncClock): Health {
  const channel = createBackoff(clock)
  const lanes: Readonly<Record<Lane, Backoff>> = {
    push: createBackoff(clock),
    pull: createBackoff(clock),
  }
  const all = [channel, lanes.push, lanes.pull]
  let gate: 'sign-in-needed' | 'upgrade-needed' | null = null
  let gateReason: SyncReason | null = null
  let channelState: 'offline' | 'trouble' = 'offline'
  let channelReason: SyncReason | null = null
  const laneReasons: Record<Lane, SyncReason | null> = { push: null, pull: null }
  let since: string | null = null
  let lastSuccessAt: string | null = null

  const failing = () => {
    if (channel.failures() > 0) return channelState
    return lanes.push.failures() > 0 || lanes.pull.failures() > 0 ? 'trouble' : null
  }
  const failed = (backoff: Backoff, retryAfterMs: number | null) => {
    since ??= clock.wallTime()
    backoff.failed(retryAfterMs)
  }

  return {
    waitMs(lane) {
      return gate === 'sign-in-needed' ? null : Math.max(channel.waitMs(), lanes[lane].waitMs())
    },
    halfOpen: () => channel.failures() >= halfOpenAfter || lanes.push.failures() >= halfOpenAfter,

    succeeded(lane) {
      gate = null
      channel.succeeded()
      lanes[lane].succeeded()
      lastSuccessAt = clock.wallTime()
      if (failing() === null) since = null
    },

    laneFailed(lane) {
      // The cloud did answer, so the channel itself is fine.
      gate = null
      channel.succeeded()
      laneReasons[lane] = null
      failed(lanes[lane], null)
    },

    nothingToSend() {
      if (lanes.push.failures() === 0) return
      lanes.push.succeeded()
      if (failing() === null) since = null
    },

    failed(lane, effect) {
      gate = null
      switch (effect.kind) {
        case 'sign-in':
          gate = 'sign-in-needed'
          gateReason = effect.reason
          channel.succeeded()
          return
        case 'upgrade':
          gate = 'upgrade-needed'
          gateReason = effect.reason
          channelState = 'trouble'
          return failed(channel, Math.max(upgradeCheckMs, effect.retryAfterMs ?? 0))
        case 'wait':
          if (effect.scope === 'channel') {
            channelState = effect.state
            channelReason = effect.reason
            return failed(channel, effect.retryAfterMs)
          }
          channel.succeeded()
          laneReasons[lane] = effect.reason
          return failed(lanes[lane], effect.retryAfterMs)
      }
    },

    nudge(why) {
      if (why === 'signed-in' || why === 'sync-now') gate = null
      for (const backoff of all) {
        if (why === 'sync-now') backoff.now()
        else if (why !== 'focus') backoff.hurry(hurryMs)
        if (why === 'online' || why === 'resumed' || why === 'signed-in') backoff.forget()
      }
    },

    gate: () => gate,
    failing,
    reason: () => {
      if (gate !== null) return gateReason
      if (channel.failures() > 0) return channelReason
      const lane = (['push', 'pull'] as const).find((each) => lanes[each].failures() > 0)
      return lane === undefined ? null : laneReasons[lane]
    },
    since: () => (failing() === null ? null : since),
    lastSuccessAt: () => lastSuccessAt,
  }
}
