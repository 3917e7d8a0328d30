import { shortestPassword } from '../../../core/password.ts'

/** Another password, of whoever works here. */
export const password = {
  title: 'Change password',
  about: 'At every other desk you are signed out then. What is not sent there stays there.',
  present: 'Present password',
  other: 'New password',
  otherHint: `At least ${shortestPassword} characters.`,
  again: 'New password again',
  missingPresent: 'Give the password that you have now.',
  wrongPresent: 'This is not your present password; nothing was changed. Try again.',
  tooShort: `Use at least ${shortestPassword} characters.`,
  tooLong: 'This is too long.',
  differs: 'The two are not the same.',
  save: 'Change password',
  cancel: 'Cancel',
  close: 'Close',
  done: 'Your password is changed. At every other desk you are signed out.',
}
