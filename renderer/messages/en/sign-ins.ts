/** Where people are signed in. */
export const signIns = {
  title: 'Signed-in desks',
  own: 'Your desks',
  members: (account: string) => `Members of ${account}`,
  columns: {
    person: 'Member',
    desk: 'Desk',
    since: 'Signed in since',
    seen: 'Last seen',
    action: 'Action',
  },
  unnamed: 'Desk without a name',
  here: 'This desk',
  seenNow: 'now',
  about:
    'A desk that you sign out sends nothing until somebody signs in there again. What is not sent yet stays on that computer.',
  signOut: 'Sign out',
  signOutAt: (desk: string) => `Sign out at ${desk}`,
  signOutOf: (desk: string, person: string) => `Sign out ${person} at ${desk}`,
  others: 'Sign out all others',
  sure: (desk: string) => `Sign out at ${desk}?`,
  sureMember: (desk: string, person: string) => `Sign out ${person} at ${desk}?`,
  sureOthers: 'Sign out at all other desks?',
  cancel: 'Cancel',
  loading: 'Asking the cloud …',
}
