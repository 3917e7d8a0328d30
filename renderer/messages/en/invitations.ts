import type { BulkRefusal } from '../../../core/bulk.ts'
import type { Notice } from '../../../core/notice.ts'

const number = new Intl.NumberFormat('en')
const some = (count: number) =>
  count === 1 ? '1 invitation' : `${number.format(count)} invitations`
const people = (count: number) => (count === 1 ? '1 person' : `${number.format(count)} people`)

const refused: Record<BulkRefusal, string> = {
  registered: 'has registered meanwhile',
  gone: 'was deleted meanwhile',
  'no-email': 'has no email',
  attention: 'waits for a decision under “Needs attention”',
  role: 'has a role above yours',
}

const nothingDone: Record<Notice['method'], string> = {
  update: 'the change was not made',
  delete: 'nothing was deleted',
  resend: 'no mail was sent',
}

/** What can be done to pending invitations, to one or to many, and what came of it. */
export const invitations = {
  resend: 'Resend',
  addToGroup: 'Add to a user group',
  giveRights: 'Give new rights',
  remove: 'Delete',
  copyLink: 'Copy link',
  cancel: 'Cancel',
  close: 'Close',
  saving: 'Saving …',
  bulk: 'Selected invitations',
  of: (name: string) => `For ${name}`,
  ofMany: (count: number) => `For ${some(count)}`,
  offline: 'Without the cloud this is saved on this computer and sent later by itself.',
  refused,
  refusedLine: (name: string, why: string) => `${name} ${why}`,

  resendText: 'Mails the registration link again and renews its expiry.',
  resendEmail: 'Email',
  resendEmailHint: 'Correct it here if the mail went astray.',
  resendDone: (count: number) => `${some(count)} will be mailed again.`,
  resendNot: (count: number) => `${some(count)} cannot be resent:`,

  groupText: 'Takes effect with the registration.',
  groupSearch: 'Search user groups',
  groups: 'User groups',
  groupNone: 'There are no user groups in this account yet.',
  groupHas: 'already in it',
  groupAdd: 'Add',
  groupDone: (count: number) => `${people(count)} added to the user group.`,
  groupNot: (count: number) => `${people(count)} could not be added:`,

  noneFound: 'Nothing is called like that.',

  removed: (name: string) => `Invitation of ${name} deleted.`,
  removedMany: (count: number) => `${some(count)} deleted.`,
  removedNobody: 'People who have registered are not touched.',
  removeNot: (count: number) => `${some(count)} cannot be deleted:`,
  undo: 'Undo',
  undoFor: (seconds: number) => `${seconds} s`,
  undone: (count: number) => `${some(count)} back in the list.`,
  undoneNot: (count: number) =>
    `${some(count)} had been sent to the cloud already and cannot be brought back.`,

  link: 'Link',
  linkText: 'A further link for the same invitation. The one that was mailed stays valid.',
  linkOnce: 'It is shown only now and kept nowhere.',
  linkUntil: (when: string) => `Valid until ${when}.`,
  linkAsking: 'Asking the cloud …',
  linkCopy: 'Copy',
  linkCopied: 'Copied',
  linkOffline: 'Copy link needs the cloud, which cannot be reached now.',

  notices: 'Done without effect',
  notice: (entry: Notice) =>
    `${entry.name} ${entry.reason === 'registered' ? 'has registered' : 'was deleted by others'}; ${nothingDone[entry.method]}.`,
  dismiss: 'Dismiss',
  dismissOf: (name: string) => `Dismiss the notice about ${name}`,
}
