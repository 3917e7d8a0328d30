const unsentItems = (count: number) => (count === 1 ? '1 unsent item' : `${count} unsent items`)
const waits = (count: number) => (count === 1 ? 'waits' : 'wait')

export const signIn = {
  title: 'Sign in',
  cloudAddress: 'Cloud address',
  cloudExample: 'https://cloud.example.com',
  email: 'Email',
  password: 'Password',
  submit: 'Sign in',
  busy: 'Signing in …',
  withProvider: (name: string) => `Sign in with ${name}`,
  inBrowser: (name: string) =>
    `Your browser shows ${name}. Sign in there; Tapdesk goes on by itself.`,
  stopWaiting: 'Stop waiting',
  firstNeedsCloud:
    'The first sign-in needs a connection to the cloud. After that this desk also works without one.',
  or: 'or',
  tryDemo: 'Try it with the built-in cloud',
  tryDemoHint: 'With an example account. Nothing leaves this computer.',
  demoBusy: 'Starting the built-in cloud …',
  waitingTitle: 'Waiting on this computer',
  waiting: (item: { email: string; account: string; unsent: number }) =>
    `${unsentItems(item.unsent)} of ${item.email} (${item.account}) ${waits(item.unsent)} on this computer.`,
  waitingHint: 'Sent after that person signs in here again. Nothing is deleted.',
  codeTitle: 'Two-step sign-in',
  code: 'Code',
  codeHint: 'From your authenticator app, or a recovery code.',
  back: 'Back',
  forgotten: 'Forgot password?',
  forgottenTitle: 'Choose another password',
  forgottenHint: 'You get a mail with a link to a page where you choose it.',
  forgottenSubmit: 'Send the mail',
  forgottenBusy: 'Asking the cloud …',
  forgottenDone: (email: string) =>
    `If somebody signs in there with ${email}, a mail is on its way. Its link works for 30 minutes. Then sign in here with the new password.`,
  missing: {
    code: 'Give the code.',
    cloudUrl: 'Give the address of your cloud.',
    email: 'Give your email.',
    password: 'Give your password.',
  },
  starting: 'Tapdesk is starting …',
  blockedTitle: 'Tapdesk cannot work with its data',
  blockedPlace: 'Place',
  blockedSafe: 'What is safe',
  blockedTodo: 'What to do',
}
