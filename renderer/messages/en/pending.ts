import type { MailTrouble } from '../../../core/mail-trouble.ts'

const troubles: Record<MailTrouble, string> = {
  'address-unknown': 'Address unknown',
  'domain-unknown': 'Domain unknown',
  'mailbox-off': 'Mailbox closed',
  'mailbox-full': 'Mailbox full',
  'not-wanted': 'Mail not wanted',
  'not-reached': 'Server not reached',
}

const another = 'Give them the link in another way, or correct the email and send again.'
const mends: Record<MailTrouble, string> = {
  'address-unknown': 'Correct the email and send again.',
  'domain-unknown': 'Correct the email and send again.',
  'mailbox-off': 'Ask for another email and send again.',
  'mailbox-full': 'Send again later, or ask for another email.',
  'not-wanted': another,
  'not-reached': another,
}

const number = new Intl.NumberFormat('en')

export const pending = {
  title: 'Pending invitations',
  columns: {
    name: 'Name',
    email: 'Email',
    group: 'User Group',
    role: 'Role',
    inviteSent: 'Invite sent',
    state: 'State',
    actions: 'Actions',
    delete: 'Delete',
  },
  tapsHere: 'A tapped card finds its holder here.',
  notSentYet: 'Not yet',
  search: 'Search',
  searchHint: 'Name, email, organization or card',
  found: (total: string) => (total === '1' ? '1 invitation found' : `${total} invitations found`),
  rowsPerPage: 'Rows per page',
  pagesAbove: 'Pages, above the table',
  pagesBelow: 'Pages, below the table',
  first: 'First page',
  previous: 'Previous page',
  next: 'Next page',
  last: 'Last page',
  count: (total: number, exact: boolean) =>
    exact ? number.format(total) : `about ${number.format(total)}`,
  range: (from: number, to: number, total: string) =>
    `${number.format(from)} – ${number.format(to)} of ${total}`,
  rangeNone: '0 of 0',
  loading: 'Reading the list …',
  emptyTitle: 'No pending invitations',
  empty:
    'People you invite by email wait here until they register. People created without email are users at once and are not listed here.',
  emptyNeverSynced: 'The list fills when the cloud has been reached for the first time.',
  nobodyFound: (text: string) => `Nobody matches “${text}”`,
  nobodyFoundHint:
    'The search looks at names, emails, organizations and card numbers. People who have registered are users and are not listed here.',
  clearSearch: 'Clear search',
  retry: 'Try again',
  mail: {
    sent: 'Sent',
    opened: 'Page opened',
    expired: 'Expired',
    refused: 'Mail refused',
  },
  refusedBecause: (reason: string) => `The mail server said: ${reason}`,
  troubles,
  undelivered: (what: string) => `Not delivered: ${what}`,
  mend: (trouble: MailTrouble | null) =>
    trouble === null ? 'Check the email and send again.' : mends[trouble],
  openedAt: (when: string) => `The registration page was opened ${when}.`,
  expiresAt: (when: string) => `The link is valid until ${when}.`,
  expiredAt: (when: string) => `The link expired ${when}. Resend renews it.`,
  select: (name: string) => `Select ${name}`,
  selectPage: 'Select all on this page',
  selected: (count: number) => `${number.format(count)} selected`,
  selectAll: (count: string) => `Select all ${count}`,
  selectFirst: (count: number) => `Select the first ${number.format(count)}`,
  selectionFull: (limit: number) => `At most ${number.format(limit)} can be selected.`,
  clearSelection: 'Clear selection',
}
