import type { SyncStatus } from '../../../core/sync-status.ts'
import type { Tone } from '../../components/chip.tsx'
import type { IconName } from '../../components/icons.tsx'
import type { Messages } from '../../messages.ts'

type Words = { readonly tone: Tone; readonly icon: IconName; readonly text: string }

/**
 * The chip's words for a status. A look at the cloud takes milliseconds and happens twice a minute: while
 * it lasts the chip keeps saying what was true before, unless nothing was known before.
 */
export function syncWords(status: SyncStatus, t: Messages['sync']): Words {
  // "Up to date" beside something that waits for a decision would contradict itself.
  const quiet = status.channel === 'idle' || status.channel === 'receiving'
  const parts = quiet && status.attention > 0 ? [] : [channelWords(status, t)]
  const counted = status.channel === 'sending' && status.sending > 0
  if (status.waiting > 0 && !counted) parts.push(t.waiting(status.waiting))
  if (status.attention > 0) parts.push(t.needAttention(status.attention))
  return { ...look(status), text: parts.join(' – ') }
}

function channelWords(status: SyncStatus, t: Messages['sync']): string {
  const quiet = status.channel === 'idle' || status.channel === 'receiving'
  if (status.channel === 'sending' && status.sending > 0) {
    return t.sendingOf(status.sending, status.waiting)
  }
  if (status.reason !== null) return t.blocked[status.reason]
  if (status.channel === 'offline' && status.since !== null) return t.offlineSince(status.since)
  if (!quiet) return t.channel[status.channel]
  if (status.lastSyncAt === null) {
    return status.channel === 'receiving' ? t.channel.receiving : t.notYet
  }
  return status.waiting > 0 ? t.aboutToSend : t.channel.idle
}

function look({ channel, waiting, attention }: SyncStatus): Omit<Words, 'text'> {
  if (attention > 0) return { tone: 'bad', icon: 'attention' }
  switch (channel) {
    case 'idle':
    case 'receiving':
      return waiting > 0 ? { tone: 'plain', icon: 'computer' } : { tone: 'good', icon: 'cloud' }
    case 'sending':
      return { tone: 'plain', icon: 'sending' }
    case 'trouble':
    case 'upgrade-needed':
      return { tone: 'bad', icon: 'attention' }
    case 'offline':
    case 'paused':
    case 'sign-in-needed':
    case 'stopped':
      return { tone: 'wait', icon: 'cloud-off' }
  }
}
