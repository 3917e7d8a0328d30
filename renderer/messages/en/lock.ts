const cards = (count: number) => (count === 1 ? '1 card was' : `${count} cards were`)

export const lock = {
  title: 'Desk locked',
  pin: 'PIN',
  unlock: 'Unlock',
  busy: 'Unlocking …',
  bySystem: 'Use Touch ID',
  forgotten: 'Forgot your PIN?',
  password: 'Password',
  passwordHint: 'Your password at the cloud. Afterwards you choose another PIN.',
  byPin: 'Use your PIN',
  signOut: 'Sign out',
  signOutUnsent: (count: number) =>
    `${count === 1 ? '1 item has' : `${count} items have`} not reached the cloud yet. ${count === 1 ? 'It stays on this computer and is' : 'They stay on this computer and are'} sent after you sign in here again. Nothing is deleted.`,
  signOutSure: 'Everything has reached the cloud. What you were typing is kept for you.',
  stay: 'Stay signed in',
  taps: (count: number) =>
    `${cards(count)} laid on the reader since. Those that nobody has are under Unknown cards.`,
  missingPin: 'Give your PIN: 4 to 12 digits.',
  missingPassword: 'Give your password.',

  now: 'Lock this desk',
  settings: 'Desk lock',
  about:
    'A locked desk goes on sending and receiving and takes cards, but shows nothing. You open it with your PIN.',
  idle: 'Lock when nobody is here',
  idleMinutes: {
    '0': 'Never',
    '1': 'After 1 minute',
    '2': 'After 2 minutes',
    '5': 'After 5 minutes',
    '10': 'After 10 minutes',
    '15': 'After 15 minutes',
    '30': 'After 30 minutes',
  },
  always: 'It also locks when this computer locks its screen.',
  present: 'Present PIN',
  first: 'PIN',
  firstHint: '4 to 12 digits. It is kept on this computer only.',
  other: 'New PIN',
  otherHint: 'Leave empty to keep the one you have.',
  again: 'PIN again',
  differs: 'The two are not the same.',
  missingPresent: 'Give the PIN that you have now.',
  save: 'Save',
  saveAndLock: 'Save and lock',
  cancel: 'Cancel',
}
