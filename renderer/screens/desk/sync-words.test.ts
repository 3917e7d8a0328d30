import { describe, expect, it } from 'vitest'
import { channelState, type SyncStatus } from '../../../core/sync-status.ts'
import { sync } from '../../messages/en/sync.ts'
import { syncWords } from './sync-words.ts'

const calm: SyncStatus = {
  channel: 'idle',
  reason: null,
  waiting: 0,
  sending: 0,
  attention: 0,
  lastSyncAt: '2026-11-23T10:00:00Z',
  since: null,
  retryInMs: null,
  clockOffMinutes: null,
}
const text = (change: Partial<SyncStatus>) => syncWords({ ...calm, ...change }, sync).text

describe('syncWords', () => {
  it('never says "Up to date" while something waits or nothing was ever fetched', () => {
    for (const channel of channelState.options) {
      expect(text({ channel, waiting: 1 })).not.toContain('Up to date')
      expect(text({ channel, lastSyncAt: null })).not.toContain('Up to date')
    }
  })

  it.each([
    [{}, 'Up to date'],
    [{ channel: 'offline', waiting: 3 }, 'Cloud not reachable – 3 saved here'],
    [{ channel: 'paused' }, 'Working offline'],
    [{ attention: 1 }, '1 needs attention'],
    [{ channel: 'sign-in-needed', waiting: 1200 }, 'Sign in to send – 1,200 saved here'],
    [{ channel: 'trouble', reason: 'portal', waiting: 2 }, 'Another page answers – 2 saved here'],
    [{ channel: 'offline', reason: 'proxy' }, 'Blocked by the proxy'],
    [{ channel: 'receiving' }, 'Up to date'],
    [{ channel: 'sending', sending: 12, waiting: 340 }, 'Sending 12 of 340'],
  ] as const)('says of %j: %s', (change, words) => {
    expect(text(change)).toBe(words)
  })

  it('says since when the cloud is away', () => {
    const since = new Date(2026, 10, 23, 14, 5).toISOString()
    expect(text({ channel: 'offline', since, waiting: 17 })).toMatch(
      /^Offline since 2:05.PM – 17 saved here$/,
    )
  })

  it('always shows that something needs attention, whatever the channel does', () => {
    for (const channel of channelState.options) {
      expect(syncWords({ ...calm, channel, attention: 2 }, sync).tone).toBe('bad')
    }
  })
})
