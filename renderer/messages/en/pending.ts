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
  },
  notSentYet: 'Not yet',
  rowsPerPage: 'Rows per page',
  pagesAbove: 'Pages, above the table',
  pagesBelow: 'Pages, below the table',
  first: 'First page',
  previous: 'Previous page',
  next: 'Next page',
  last: 'Last page',
  range: (from: number, to: number, total: number) =>
    `${number.format(from)} – ${number.format(to)} of ${number.format(total)}`,
  rangeNone: '0 of 0',
  loading: 'Reading the list …',
  emptyTitle: 'No pending invitations',
  empty:
    'People you invite by email wait here until they register. People created without email are users at once and are not listed here.',
  emptyNeverSynced: 'The list fills when the cloud has been reached for the first time.',
  retry: 'Try again',
}
