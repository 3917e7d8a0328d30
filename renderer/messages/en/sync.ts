import type { ChannelState, SyncReason } from '../../../core/sync-status.ts'
import { spanIn } from '../span.ts'

const number = new Intl.NumberFormat('en')
const waitingItems = (count: number) => `${number.format(count)} saved here`
const span = spanIn('en')
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

/** What stands in the way, in the chip's few words. */
const blocked: Record<SyncReason, string> = {
  portal: 'Another page answers',
  proxy: 'Blocked by the proxy',
  certificate: 'Connection not trusted',
  'certificate-date': 'Check date and time',
  busy: 'Cloud is busy',
  'no-access': 'No access to this account',
  'no-region': 'No region yet',
  'desk-too-old': 'Update Tapdesk',
  'cloud-too-old': 'Cloud is too old',
  'token-expired': 'Sign in to send',
  'token-revoked': 'Sign in to send',
  'token-reused': 'Sign in to send',
  'password-changed': 'Sign in to send',
}

/** What it is, that nothing is lost, and what to do. */
const remedies: Record<SyncReason, string> = {
  portal:
    'A web page answers in place of the cloud. If this network wants a sign-in, open a browser and do it there. Everything is safe on this computer and is sent by itself afterwards.',
  proxy:
    'The proxy of this network does not let Tapdesk through. Ask whoever manages the network to allow the cloud’s address. Everything is safe on this computer and is sent by itself afterwards.',
  certificate:
    'The cloud’s certificate is not trusted on this computer, so nothing is sent. If this network inspects connections, its certificate has to be installed here. Everything is safe on this computer.',
  'certificate-date':
    'The cloud’s certificate is not valid on the date of this computer, so nothing is sent. Check date and time of this computer. Everything is safe here.',
  busy: 'The cloud is busy or being restarted. Everything is safe on this computer and is sent by itself.',
  'no-access':
    'The cloud does not let you work for this account any more. Everything is safe on this computer; ask an Account Admin for access.',
  'no-region':
    'Nobody has given you a region yet, so you see nobody and nothing is sent. Everything is safe on this computer; ask whoever manages the service for a region.',
  'desk-too-old':
    'The cloud needs a newer Tapdesk. Install the newest version; everything is safe on this computer and is sent afterwards.',
  'cloud-too-old':
    'The cloud is older than this Tapdesk. Ask whoever runs the cloud to update it; everything is safe on this computer.',
  'token-expired':
    'This desk was not used for long, so its sign-in has expired. Sign in to send. Everything is saved on this computer.',
  'token-reused':
    'The sign-in of this desk was used in two places at once, so it was ended. Sign in to send, and tell whoever manages the account. Everything is saved on this computer.',
  'token-revoked':
    'This desk was signed out by whoever manages the account. Sign in to send. Everything is saved on this computer.',
  'password-changed':
    'Your password was changed elsewhere. Sign in with the new one to send. Everything is saved on this computer.',
}

export const sync = {
  region: 'Sync',
  channel,
  explained,
  blocked,
  remedies,
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
  tryNow: 'Try again',
  lastSync: (when: string) => `Last contact with the cloud: ${when}`,
  never: 'There was no contact with the cloud yet.',
  since: (when: string) => `Since ${when}.`,
  /** Positive: behind. */
  clockOff: (minutes: number) =>
    `The clock of this computer is ${span(Math.abs(minutes))} ${minutes > 0 ? 'behind' : 'ahead'}. Everything is sent all the same, but times shown here are wrong, and temporary cards end by them. Check date and time.`,
  facts: { waiting: 'Not in the cloud yet', attention: 'Need attention' },
}
