const items = (count: number) => (count === 1 ? '1 item has' : `${count} items have`)
const stay = (count: number) =>
  count === 1 ? 'It stays on this computer and is' : 'They stay on this computer and are'

export const desk = {
  navigation: 'Main',
  users: 'Users',
  desk: 'Desk',
  roster: 'Roster',
  quickScan: 'Quick scan',
  unknownCards: 'Unknown cards',
  deskLog: 'Desk log',
  auditLog: 'Audit log',
  readers: 'Readers',
  userInvitations: 'User invitations',
  accountSettings: 'Account settings',
  cardProfile: 'Card profile',
  account: (name: string) => `Account of ${name}`,
  workOffline: 'Work offline',
  language: 'Language',
  languages: { system: 'System', en: 'English', fi: 'Suomi' },
  theme: 'Theme',
  sound: 'Sound',
  sounds: { off: 'Off', quiet: 'Quiet', normal: 'Normal', loud: 'Loud' },
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  switchAccount: 'Account',
  switchUnsent: (count: number) =>
    `${items(count)} not reached the cloud yet. ${stay(count)} sent after you come back to this account.`,
  signOut: 'Sign out',
  signOutTitle: 'Sign out?',
  signOutUnsent: (count: number, email: string) =>
    `${items(count)} not reached the cloud yet. ${stay(count)} sent after ${email} signs in here again. Nothing is deleted.`,
  stay: 'Stay signed in',
  demoBanner: 'Demo – nothing leaves this computer',
  tokenMemory:
    'This computer has no keyring, so the sign-in is not kept: after a restart you sign in again to send. Saved work is kept.',
  tokenNone: 'Sign in to send. Until then everything is saved on this computer.',
  password: 'Password',
  signIn: 'Sign in',
  close: 'Close',
}
