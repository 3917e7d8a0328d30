import type { ChannelState } from '../../../core/sync-status.ts'

const number = new Intl.NumberFormat('en')
const waitingItems = (count: number) => `${number.format(count)} saved here`
const time = new Intl.DateTimeFormat('en', { timeStyle: 'short' })

const channel: Record<ChannelState, string> = {
  idle: 'Up to date',
  sending: 'Sending',
  receiving: 'Checking',
  offline: 'Cloud not reachable',
  trouble: 'Cloud in trouble',
  'sign-in-needed': 'Sign in to send',
  'upgrade-needed': 'Update needed',
  paused: 'Working offline',
  stopped: 'Signed out',
}

const explained: Record<ChannelState, string> = {
  idle: 'The cloud has everything from this computer.',
  sending: 'Sending to the cloud.',
  receiving: 'Asking the cloud what is new.',
  offline:
    'The cloud cannot be reached. Everything is safe on this computer and is sent by itself.',
  trouble:
    'The cloud answers with errors. Everything is safe on this computer and is sent by itself.',
  'sign-in-needed':
    'Sign in again to send. Until then everything is saved safely on this computer.',
  'upgrade-needed':
    'This version and the cloud do not understand each other. Everything is safe on this computer; install the newest version.',
  paused: 'You chose to work offline. Everything is saved on this computer until you go online.',
  stopped: 'Nobody is signed in.',
}

export const sync = {
  region: 'Sync',
  channel,
  explained,
  aboutToSend: 'Saved on this computer',
  aboutToSendExplained: 'Everything is safe on this computer and is about to be sent.',
  notYet: 'Not synced yet',
  waiting: waitingItems,
  sendingOf: (under: number, of: number) =>
    `Sending ${number.format(under)} of ${number.format(of)}`,
  /** ISO 8601. */
  offlineSince: (since: string) => `Offline since ${time.format(new Date(since))}`,
  needAttention: (count: number) =>
    count === 1 ? '1 needs attention' : `${number.format(count)} need attention`,
  now: 'Sync now',
  lastSync: (when: string) => `Last contact with the cloud: ${when}`,
  never: 'There was no contact with the cloud yet.',
  since: (when: string) => `Since ${when}.`,
  facts: { waiting: 'Not in the cloud yet', attention: 'Need attention' },
}
